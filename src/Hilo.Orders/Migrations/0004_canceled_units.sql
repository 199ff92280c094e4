-- What canceled units cost, line by line: an order may go on without some of its units.
alter table orders_order_lines add column canceled_minor bigint not null default 0 check (canceled_minor between 0 and gross_minor);
update orders_order_lines set canceled_minor = gross_minor where canceled = ordered;
