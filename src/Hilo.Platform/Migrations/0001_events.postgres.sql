-- The log: outbox, audit trail, customer's timeline, source of webhooks and of what store nodes replicate.
create table events (
  seq bigint generated always as identity primary key,
  position bigint,
  id uuid not null,
  type text not null,
  occurred_at bigint not null,
  recorded_at bigint not null,
  sales_channel_id uuid,
  location_id uuid,
  actor text not null,
  subject uuid not null,
  slot smallint not null,
  customer_id uuid,
  correlation_id uuid,
  payload text not null
);
create unique index events_id on events (id);
create unique index events_position on events (position);
create index events_unnumbered on events (seq) where position is null;
create index events_subject on events (subject, position);
create index events_customer on events (customer_id, position) where customer_id is not null;
create index events_correlation on events (correlation_id) where correlation_id is not null;

-- Who does what only one node may do at a time, how far it got, and the fence that a stale holder cannot pass.
create table platform_leases (
  name text primary key,
  holder uuid,
  fence bigint not null default 0,
  lease_until bigint not null default 0,
  position bigint not null default 0
) with (fillfactor = 50);
insert into platform_leases (name) values ('sequencer');
