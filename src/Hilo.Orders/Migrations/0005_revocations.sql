-- Purchases that people took back (law 24.240, article 34), as they asked. Kept like orders: who asked may have to be shown years later.
create table orders_revocations (
  id uuid primary key,
  code text not null,
  order_number text,
  order_id uuid,
  customer_id uuid,
  email text not null,
  culture text not null,
  sales_channel_id uuid,
  requested_at bigint not null
);
create unique index orders_revocations_code on orders_revocations (code);
create index orders_revocations_requested on orders_revocations (requested_at, code);
create index orders_revocations_email on orders_revocations (email, requested_at);
