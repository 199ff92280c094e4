-- The history of money is only ever added to.
create trigger payments_payment_events_no_update before update on payments_payment_events
begin
  select raise(abort, 'payments_payment_events is append-only');
end;
create trigger payments_payment_events_no_delete before delete on payments_payment_events
begin
  select raise(abort, 'payments_payment_events is append-only');
end;
