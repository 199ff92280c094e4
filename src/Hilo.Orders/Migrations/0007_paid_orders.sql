-- Sales of a month, for the books.
create index orders_orders_paid on orders_orders (paid_at, id) where paid_at is not null;
