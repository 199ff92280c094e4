-- The list of everything owed, newest first, whatever its state.
create index payments_refunds_due_newest on payments_refunds_due (opened_at, id);
