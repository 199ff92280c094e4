-- What the buyer owes beyond or below what was sold, without units going away: a price put right, an allowance, a surcharge. Signed.
alter table orders_order_lines add column changed_minor bigint not null default 0;
alter table orders_orders add column shipping_changed_minor bigint not null default 0;

-- Each of those changes with its reason. Kept like the order.
create table orders_charge_changes (
  id uuid primary key,
  order_id uuid not null references orders_orders (id),
  order_line_id uuid,
  change_id uuid not null,
  amount_minor bigint not null check (amount_minor <> 0),
  reason text not null,
  note text,
  staff_id uuid,
  changed_at bigint not null
);
create index orders_charge_changes_order on orders_charge_changes (order_id, changed_at);
