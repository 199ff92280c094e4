-- A payment is the promise to cover part of one sale by one kind of money. Grows with orders (one or two rows each), kept for ever.
create table payments_payments (
  id uuid not null primary key,
  sale_id uuid not null,
  tender text not null,
  amount_minor bigint not null check (amount_minor > 0),
  amount_currency text not null,
  total_minor bigint not null,
  captured_minor bigint not null check (captured_minor >= 0),
  captured_currency text not null,
  refunding_minor bigint not null check (refunding_minor >= 0),
  refunded_minor bigint not null check (refunded_minor >= 0),
  is_held boolean not null,
  reference text,
  deadline bigint,
  canceled_at bigint,
  created_at bigint not null,
  version integer not null,
  -- The last guard: money given back, or on its way back, never exceeds the money taken.
  check (refunded_minor <= refunding_minor and refunding_minor <= captured_minor)
);
create index payments_payments_sale on payments_payments (sale_id);

-- One try at a provider. Grows with card sales, kept for ever.
create table payments_attempts (
  id uuid not null primary key,
  payment_id uuid not null references payments_payments (id),
  sale_id uuid not null,
  provider text not null,
  state text not null,
  amount_minor bigint not null check (amount_minor > 0),
  amount_currency text not null,
  authorized_minor bigint not null,
  authorized_currency text not null,
  captured_minor bigint not null,
  captured_currency text not null,
  paid_by_payer_minor bigint,
  idempotency_key text not null,
  description text not null,
  return_url text not null,
  redirect_url text,
  provider_payment_id text,
  provider_status text,
  provider_detail text,
  provider_version bigint not null,
  decline_reason text,
  has_amount_mismatch boolean not null,
  is_orphan_money boolean not null,
  created_at bigint not null,
  check_at bigint,
  version integer not null
);
create index payments_attempts_sale on payments_attempts (sale_id);
create unique index payments_attempts_key on payments_attempts (idempotency_key);
-- At most one attempt of a payment ends with the money taken; a second one becomes a payment of its own.
create unique index payments_attempts_captured on payments_attempts (payment_id) where state = 'captured';
create index payments_attempts_due on payments_attempts (check_at) where check_at is not null;

-- What happened to the money, append-only. Grows with payments, kept for ever.
create table payments_payment_events (
  id uuid not null primary key,
  payment_id uuid not null references payments_payments (id),
  attempt_id uuid,
  refund_id uuid,
  kind text not null,
  amount_minor bigint not null,
  amount_currency text not null,
  detail text,
  happened_at bigint not null,
  actor text not null
);
create index payments_payment_events_payment on payments_payment_events (payment_id, happened_at);

-- Raw inbound calls. Kept 90 days: bodies are personal data.
create table payments_provider_events (
  id uuid not null primary key,
  provider text not null,
  account text not null,
  dedupe_key text not null,
  kind text not null,
  resource text,
  proof text not null,
  body bytea not null,
  received_at bigint not null,
  state text not null,
  tries integer not null,
  due_at bigint,
  settled_at bigint,
  error text,
  attempt_id uuid,
  version integer not null
);
create unique index payments_provider_events_dedupe on payments_provider_events (provider, account, dedupe_key);
create index payments_provider_events_due on payments_provider_events (due_at) where due_at is not null;
create index payments_provider_events_received on payments_provider_events (received_at, id);

-- Money owed back. Grows with cancellations and returns, kept for ever.
create table payments_refunds_due (
  id uuid not null primary key,
  sale_id uuid not null,
  order_id uuid,
  amount_minor bigint not null check (amount_minor > 0),
  amount_currency text not null,
  reason text not null,
  state text not null,
  opened_at bigint not null,
  closed_at bigint,
  check_at bigint,
  version integer not null
);
create index payments_refunds_due_sale on payments_refunds_due (sale_id);
create index payments_refunds_due_opened on payments_refunds_due (state, opened_at, id);
create index payments_refunds_due_check on payments_refunds_due (check_at) where check_at is not null;

create table payments_refund_due_lines (
  refund_due_id uuid not null references payments_refunds_due (id),
  number integer not null,
  order_line_id uuid,
  quantity bigint not null,
  amount_minor bigint not null,
  amount_currency text not null,
  primary key (refund_due_id, number)
);

-- Money given back against one payment. Kept for ever.
create table payments_refunds (
  id uuid not null primary key,
  refund_due_id uuid not null references payments_refunds_due (id),
  payment_id uuid not null references payments_payments (id),
  attempt_id uuid,
  sale_id uuid not null,
  tender text not null,
  state text not null,
  amount_minor bigint not null check (amount_minor > 0),
  amount_currency text not null,
  idempotency_key text not null,
  provider_refund_id text,
  reference text,
  reason text,
  requested_at bigint not null,
  finished_at bigint,
  tries integer not null,
  check_at bigint,
  version integer not null
);
create index payments_refunds_due_of on payments_refunds (refund_due_id);
create index payments_refunds_payment on payments_refunds (payment_id);
create unique index payments_refunds_key on payments_refunds (idempotency_key);
create index payments_refunds_check on payments_refunds (check_at) where check_at is not null;
