create function inventory_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the stock ledger is append-only';
end $$;
create trigger inventory_stock_movements_only_grow before update or delete on inventory_stock_movements
  for each row execute function inventory_refuse_change();

-- Counters change often and are in no index: room on the page keeps such updates in place.
alter table inventory_stock_levels set (fillfactor = 60);
