-- Latitude and longitude are millionths of a degree (11 cm), so that both databases store them alike.
-- hours is JSON: always read and written as a whole.
create table inventory_locations (
  id uuid not null primary key,
  version integer not null,
  code text not null,
  name text not null,
  kind text not null,
  legal_entity_id uuid not null,
  address_street text not null,
  address_city text not null,
  address_province text not null,
  address_postal_code text not null,
  address_number text null,
  address_unit text null,
  address_notes text null,
  latitude bigint null,
  longitude bigint null,
  time_zone text not null,
  hours text not null,
  ships boolean not null,
  offers_pickup boolean not null,
  is_active boolean not null
);
create unique index inventory_locations_code on inventory_locations (code);

-- One row per variant and location. Grows with the catalog, not with sales; kept for ever.
-- movements counts the ledger of this row: the next movement takes the next number.
create table inventory_stock_levels (
  variant_id uuid not null,
  location_id uuid not null references inventory_locations (id),
  on_hand bigint not null,
  reserved bigint not null,
  allocated bigint not null,
  leased bigint not null,
  unsellable bigint not null,
  safety bigint not null,
  movements bigint not null,
  changed_at bigint not null,
  primary key (variant_id, location_id),
  constraint on_hand_not_negative check (on_hand >= 0),
  constraint reserved_not_negative check (reserved >= 0),
  constraint allocated_not_negative check (allocated >= 0),
  constraint leased_not_negative check (leased >= 0),
  constraint unsellable_not_negative check (unsellable >= 0),
  constraint safety_not_negative check (safety >= 0),
  constraint never_oversold check (on_hand - reserved - allocated - leased - unsellable >= 0)
);
create index inventory_stock_levels_location on inventory_stock_levels (location_id, variant_id);

-- The ledger. The key gives each level's movements one order without gaps, and refuses a level that was written twice from the same state.
-- Grows with sales (about two rows per order line); kept for ever until levels are closed by year.
create table inventory_stock_movements (
  variant_id uuid not null,
  location_id uuid not null,
  number bigint not null,
  at bigint not null,
  kind text not null,
  on_hand bigint not null,
  reserved bigint not null,
  allocated bigint not null,
  leased bigint not null,
  unsellable bigint not null,
  on_hand_after bigint not null,
  reason text null,
  order_id uuid null,
  cart_id uuid null,
  actor text not null,
  primary key (variant_id, location_id, number)
);
create index inventory_stock_movements_variant on inventory_stock_movements (variant_id, at);

-- What carts hold. Rows leave when the cart is bought, changed or expired.
create table inventory_reservations (
  cart_id uuid not null,
  order_line_id uuid not null,
  variant_id uuid not null,
  location_id uuid not null,
  quantity bigint not null,
  sales_channel_id uuid not null,
  purpose text not null,
  until bigint not null,
  primary key (cart_id, order_line_id, variant_id, location_id),
  check (quantity > 0)
);
create index inventory_reservations_until on inventory_reservations (until);
create index inventory_reservations_level on inventory_reservations (variant_id, location_id);

-- What orders hold until it leaves the house or is canceled; the ledger keeps the history.
create table inventory_allocations (
  order_id uuid not null,
  order_line_id uuid not null,
  variant_id uuid not null,
  location_id uuid not null,
  source text not null,
  quantity bigint not null,
  sales_channel_id uuid not null,
  allocated_at bigint not null,
  primary key (order_id, order_line_id, variant_id, location_id, source),
  check (quantity > 0)
);
create index inventory_allocations_level on inventory_allocations (variant_id, location_id);

-- The nil id stands for any variant and for any channel.
create table inventory_channel_rules (
  location_id uuid not null references inventory_locations (id),
  variant_id uuid not null,
  sales_channel_id uuid not null,
  cap bigint null,
  pickup_floor bigint null,
  primary key (location_id, variant_id, sales_channel_id),
  check (cap is null or cap >= 0),
  check (pickup_floor is null or pickup_floor >= 0)
);
