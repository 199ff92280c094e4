-- The queue of every location at once: few rows are open, however many have ended.
create index orders_fulfillment_orders_state on orders_fulfillment_orders (state, created_at);
