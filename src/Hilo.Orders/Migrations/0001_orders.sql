-- Where the merchant sells. Few rows, changed by hand.
create table orders_sales_channels (
  id uuid primary key,
  version integer not null,
  name text not null,
  kind text not null,
  legal_entity_id uuid not null,
  currency text not null,
  is_active boolean not null,
  transfer_hours integer not null check (transfer_hours between 1 and 720),
  pickup_hold_days integer not null check (pickup_hold_days between 1 and 60),
  hold_minutes integer not null check (hold_minutes between 1 and 60),
  hold_limit_minutes integer not null check (hold_limit_minutes between 1 and 240),
  held_units_limit integer not null,
  unpaid_units_limit integer not null,
  prices_kept_hours integer not null,
  cart_days integer not null,
  created_at bigint not null
);

-- Delivery by area and weight; null channel: every channel of that currency.
create table orders_shipping_rates (
  id uuid primary key,
  sales_channel_id uuid,
  currency text not null,
  area text not null,
  up_to_grams bigint not null check (up_to_grams > 0),
  amount_minor bigint not null check (amount_minor >= 0),
  free_from_minor bigint,
  days_from integer not null check (days_from >= 0),
  days_to integer not null,
  check (days_to >= days_from)
);

-- One row per cart, lines inside: a step of the checkout reads and writes one row. Personal data leaves with the row after cart_days.
create table orders_carts (
  id uuid primary key,
  version integer not null,
  token_hash bytea not null,
  sales_channel_id uuid not null,
  sale_id uuid not null,
  customer_id uuid,
  state text not null check (state in ('open', 'completed', 'abandoned')),
  currency text not null,
  lines text not null,
  email text,
  contact text,
  delivery text,
  shipping text,
  held_until bigint,
  hold_started_at bigint,
  held_thousandths bigint not null check (held_thousandths >= 0),
  shopper_address text,
  charge_minor bigint,
  charge_opened_at bigint,
  late_money_minor bigint not null,
  order_id uuid,
  merged_into uuid,
  created_at bigint not null,
  changed_at bigint not null,
  check ((state = 'completed') = (order_id is not null))
);
create unique index orders_carts_sale on orders_carts (sale_id);
create index orders_carts_held_email on orders_carts (email, held_until) where email is not null and held_until is not null;
create index orders_carts_held_address on orders_carts (shopper_address, held_until) where shopper_address is not null and held_until is not null;
create index orders_carts_changed on orders_carts (changed_at) where state <> 'completed';
create index orders_carts_completed on orders_carts (changed_at) where state = 'completed';

-- Numbers of orders: taken once per group, gaps allowed, never reused.
create table orders_counters (
  name text primary key,
  value bigint not null
);
insert into orders_counters (name, value) values ('orders', 10000);

-- Kept for as long as the law wants the books kept: no retention.
create table orders_orders (
  id uuid primary key,
  version integer not null,
  number text not null,
  sales_channel_id uuid not null,
  legal_entity_id uuid not null,
  sale_id uuid not null,
  cart_id uuid,
  external_reference text,
  customer_id uuid,
  account_id uuid,
  state text not null check (state in ('open', 'completed', 'canceled')),
  fulfillment text not null,
  cancel_reason text,
  culture text not null,
  currency text not null,
  contact_email text,
  contact_name text,
  contact_phone text,
  search text not null,
  receiver_document_type text,
  receiver_document_number text,
  receiver_vat_condition integer,
  receiver_name text,
  receiver_address text,
  delivery text not null check (delivery in ('pickup', 'ship', 'counter')),
  location_id uuid,
  ship_to text,
  ship_province text,
  pickup_person text,
  ship_days_from integer,
  ship_days_to integer,
  goods_minor bigint not null,
  discounts_minor bigint not null,
  shipping_minor bigint not null check (shipping_minor >= 0),
  total_minor bigint not null check (total_minor >= 0),
  vat_minor bigint not null,
  net_minor bigint not null,
  taxes text not null,
  shipping_parts text not null,
  quantity bigint not null check (quantity > 0),
  tender text,
  payment_deadline bigint,
  paid_at bigint,
  placed_at bigint not null,
  ended_at bigint,
  notes text,
  check (goods_minor + discounts_minor + shipping_minor = total_minor),
  check (net_minor + vat_minor = total_minor)
);
create unique index orders_orders_number on orders_orders (number);
create unique index orders_orders_sale on orders_orders (sale_id);
create unique index orders_orders_cart on orders_orders (cart_id) where cart_id is not null;
create unique index orders_orders_external on orders_orders (sales_channel_id, external_reference) where external_reference is not null;
create index orders_orders_placed on orders_orders (placed_at, id);
create index orders_orders_state on orders_orders (state, placed_at, id);
create index orders_orders_fulfillment on orders_orders (fulfillment, placed_at, id) where state = 'open';
create index orders_orders_customer on orders_orders (customer_id, placed_at) where customer_id is not null;
create index orders_orders_account on orders_orders (account_id, placed_at) where account_id is not null;
create index orders_orders_email on orders_orders (contact_email, placed_at) where contact_email is not null;
create index orders_orders_unpaid on orders_orders (payment_deadline) where state = 'open' and paid_at is null and payment_deadline is not null;

create table orders_order_lines (
  id uuid primary key,
  order_id uuid not null references orders_orders (id),
  position integer not null,
  variant_id uuid not null,
  product_id uuid not null,
  sku text not null,
  title text not null,
  variant_title text not null,
  product_handle text not null,
  picture_url text,
  tax_code text not null,
  weight_grams bigint not null,
  ordered bigint not null check (ordered > 0),
  canceled bigint not null check (canceled >= 0),
  fulfilled bigint not null check (fulfilled >= 0),
  returned bigint not null check (returned between 0 and fulfilled),
  unit_price_minor bigint not null check (unit_price_minor >= 0),
  former_unit_price_minor bigint,
  subtotal_minor bigint not null,
  gross_minor bigint not null check (gross_minor >= 0),
  net_minor bigint not null,
  vat_minor bigint not null,
  adjustments text,
  check (canceled + fulfilled <= ordered),
  check (net_minor + vat_minor = gross_minor)
);
create index orders_order_lines_order on orders_order_lines (order_id, position);

-- Work of a location for an order.
create table orders_fulfillment_orders (
  id uuid primary key,
  version integer not null,
  order_id uuid not null references orders_orders (id),
  order_number text not null,
  location_id uuid not null,
  delivery text not null,
  state text not null,
  created_at bigint not null,
  due_at bigint,
  held_until bigint,
  carrier text,
  tracking_code text,
  handed_over_by uuid,
  finished_at bigint
);
create index orders_fulfillment_orders_order on orders_fulfillment_orders (order_id);
create index orders_fulfillment_orders_queue on orders_fulfillment_orders (location_id, state, created_at);
create index orders_fulfillment_orders_held on orders_fulfillment_orders (held_until) where state = 'ready';

-- Where the units of an order line come from: one row per place, which today is stock on hand and later may be incoming stock.
create table orders_fulfillment_lines (
  fulfillment_order_id uuid not null references orders_fulfillment_orders (id),
  order_line_id uuid not null references orders_order_lines (id),
  variant_id uuid not null,
  source text not null check (source in ('on_hand', 'incoming')),
  quantity bigint not null check (quantity > 0),
  picked bigint not null check (picked between 0 and quantity),
  primary key (fulfillment_order_id, order_line_id, source)
);
create index orders_fulfillment_lines_line on orders_fulfillment_lines (order_line_id);

create table orders_sourcing_decisions (
  id uuid primary key,
  order_id uuid not null references orders_orders (id),
  profile text not null,
  profile_version integer not null,
  rule text not null,
  words text not null,
  candidates text not null,
  decided_at bigint not null
);
create index orders_sourcing_decisions_order on orders_sourcing_decisions (order_id, decided_at);
