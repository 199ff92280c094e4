-- One per legal entity: as whom Hilo speaks to the agency. Few rows, changed by hand. The private key is encrypted with a key outside of the database.
create table invoicing_issuers (
  id uuid primary key,
  version integer not null,
  legal_entity_id uuid not null,
  environment text not null check (environment in ('sandbox', 'homologation', 'production')),
  gross_income_number text,
  activity_started_on integer,
  class_a text not null,
  alias text not null,
  private_key text not null,
  signing_request text not null,
  certificate text,
  certificate_expires_at bigint,
  is_active boolean not null,
  active_since bigint,
  created_at bigint not null
);
create unique index invoicing_issuers_entity on invoicing_issuers (legal_entity_id);

-- Points of sale of an issuer; without a channel it serves every channel that has none of its own.
create table invoicing_points (
  id uuid primary key,
  issuer_id uuid not null,
  number integer not null check (number between 1 and 99998),
  sales_channel_id uuid
);
create unique index invoicing_points_number on invoicing_points (issuer_id, number);
create unique index invoicing_points_channel on invoicing_points (issuer_id, sales_channel_id) where sales_channel_id is not null;

-- Numbers of one environment, issuer, point and type. One writer at a time: the fence of an older one commits nothing.
create table invoicing_series (
  id uuid primary key,
  issuer_id uuid not null,
  environment text not null,
  cuit text not null,
  point integer not null,
  voucher_type integer not null,
  last_number bigint,
  last_on integer,
  confirmed_at bigint,
  has_foreign boolean not null,
  failures integer not null,
  next_try_at bigint not null,
  waiting_for text,
  blocked_for text,
  holder uuid,
  lease_until bigint not null,
  fence bigint not null
);
create unique index invoicing_series_key on invoicing_series (environment, cuit, point, voucher_type);

-- Kept for as long as the law wants the books kept: no retention.
create table invoicing_documents (
  id uuid primary key,
  version integer not null,
  source_id uuid not null,
  role text not null,
  kind text not null,
  series_id uuid not null,
  number bigint,
  original_id uuid,
  order_id uuid,
  order_number text,
  customer_id uuid,
  sales_channel_id uuid,
  total_minor bigint not null check (total_minor >= 0),
  vat_minor bigint not null,
  currency text not null,
  receiver_name text,
  search text not null,
  content text not null,
  decision text not null,
  state text not null,
  voucher text,
  voucher_hash text,
  attempts integer not null,
  returns integer not null,
  absences integer not null,
  absent_at bigint,
  sent_at bigint,
  answered_at bigint,
  fact_at bigint not null,
  due_on integer,
  queued_at bigint not null,
  authorized_at bigint,
  dated_on integer,
  cae text,
  cae_expires_on integer,
  processed_at text,
  notes text,
  is_recovered boolean not null,
  is_confirmed boolean not null,
  check (state <> 'authorized' or (number is not null and cae is not null)),
  check (state not in ('queued', 'rejected') or number is null)
);
create unique index invoicing_documents_source on invoicing_documents (source_id, role);
create unique index invoicing_documents_number on invoicing_documents (series_id, number) where number is not null;
create index invoicing_documents_open on invoicing_documents (series_id, fact_at) where state <> 'authorized';
create index invoicing_documents_dated on invoicing_documents (dated_on) where dated_on is not null;
create index invoicing_documents_order on invoicing_documents (order_id) where order_id is not null;
create index invoicing_documents_original on invoicing_documents (original_id) where original_id is not null;
create index invoicing_documents_newest on invoicing_documents (queued_at, id);
create index invoicing_documents_state on invoicing_documents (state, queued_at, id);

-- Why a paid order got no document. One row per order.
create table invoicing_omissions (
  order_id uuid primary key,
  reason text not null,
  at bigint not null
);

-- What was said to the agency and what it answered, without secrets.
create table invoicing_exchanges (
  id uuid primary key,
  series_id uuid not null,
  first_number bigint not null,
  last_number bigint not null,
  at bigint not null,
  operation text not null,
  request text not null,
  answer text not null,
  milliseconds bigint not null
);
create index invoicing_exchanges_series on invoicing_exchanges (series_id, first_number);

-- Numbers of our series that another program took.
create table invoicing_foreign_vouchers (
  series_id uuid not null,
  number bigint not null,
  dated_on integer not null,
  total_minor bigint not null,
  cae text not null,
  found_at bigint not null,
  primary key (series_id, number)
);

create table invoicing_tickets (
  ticket_key text primary key,
  version integer not null,
  secret text,
  expires_at bigint not null,
  refused_until bigint not null,
  refused_why text,
  lock_holder uuid,
  lock_until bigint not null
);
