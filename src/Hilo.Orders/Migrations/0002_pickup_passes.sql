-- Keys that sign pickup passes. The newest signs, all of them verify; a private key is forgotten when the next one takes over.
create table orders_pass_keys (
  id integer primary key check (id between 1 and 65535),
  public_key bytea not null,
  private_key text,
  created_at bigint not null
);

-- What a customer shows to collect. One per pickup, used once; kept as long as its order.
create table orders_pickup_passes (
  id uuid primary key,
  fulfillment_order_id uuid not null references orders_fulfillment_orders (id),
  order_id uuid not null references orders_orders (id),
  location_id uuid not null,
  short_code text not null,
  qr text not null,
  issued_at bigint not null,
  valid_until bigint not null,
  used_at bigint,
  used_by uuid,
  collector text,
  check ((used_at is null) = (used_by is null))
);
create unique index orders_pickup_passes_work on orders_pickup_passes (fulfillment_order_id);
create unique index orders_pickup_passes_short_code on orders_pickup_passes (short_code);
create index orders_pickup_passes_order on orders_pickup_passes (order_id);
