-- Taxes that were charged on top of the prices (perceptions), as they were when it was sold; null for most orders.
-- They come on top of total_minor, which stays what goods, discounts and delivery add up to (decision 0006).
alter table orders_orders add column tributes text;
alter table orders_orders add column tributes_minor bigint not null default 0;

-- By how much they come to less or more since: they follow what lines and delivery still cost.
alter table orders_orders add column tributes_changed_minor bigint not null default 0;

-- What a card is being charged for a cart holds these.
alter table orders_carts add column charge_tributes text;
