create trigger inventory_stock_movements_no_update before update on inventory_stock_movements
begin
  select raise(abort, 'the stock ledger is append-only');
end;
create trigger inventory_stock_movements_no_delete before delete on inventory_stock_movements
begin
  select raise(abort, 'the stock ledger is append-only');
end;
