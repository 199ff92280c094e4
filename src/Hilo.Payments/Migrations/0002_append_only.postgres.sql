-- The history of money is only ever added to.
create function payments_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'payments_payment_events is append-only';
end $$;
create trigger payments_payment_events_append_only before update or delete on payments_payment_events
  for each row execute function payments_refuse_change();
