-- Why a person decided that nothing goes back, and what still waits for a person.
alter table payments_refunds_due add column note text;
create index payments_attempts_mismatch on payments_attempts (created_at) where has_amount_mismatch;
