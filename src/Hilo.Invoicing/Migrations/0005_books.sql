-- What the accountant adds up by. Documents made before say null: not known then.
alter table invoicing_documents add column province text;
alter table invoicing_documents add column location_id uuid;
alter table invoicing_documents add column tender text;
alter table invoicing_documents add column tributes_minor bigint not null default 0;

-- Pesos for one unit of the document's currency, in millionths; null while the agency has not said.
alter table invoicing_documents add column rate_micros bigint default 1000000;

-- When the agency was last asked what it keeps under this number, and what came of it: same, different or absent.
alter table invoicing_documents add column checked_at bigint;
alter table invoicing_documents add column check_result text;
alter table invoicing_documents add column check_words text;
create index invoicing_documents_unchecked on invoicing_documents (authorized_at) where checked_at is null and state = 'authorized';
create index invoicing_documents_facts on invoicing_documents (fact_at);

-- Sales of other systems as they were told: one reference finds one document for ever. Kept like the documents.
create table invoicing_external_sales (
  reference text primary key,
  document_id uuid not null,
  content text not null,
  received_at bigint not null
);
create unique index invoicing_external_sales_document on invoicing_external_sales (document_id);

-- Months that the accountant closed, with what was in them: nothing is dated into them any more. One row per issuer and month.
create table invoicing_closed_months (
  issuer_id uuid not null,
  month integer not null,
  documents integer not null,
  total_minor bigint not null,
  vat_minor bigint not null,
  digest text not null,
  closed_by uuid,
  closed_at bigint not null,
  primary key (issuer_id, month)
);

-- Perceptions and other tributes that an issuer charges: rates with dates, by regime and province. Few rows, changed by hand; a rate that ends keeps its row.
create table invoicing_tribute_rates (
  id uuid primary key,
  issuer_id uuid not null,
  tribute integer not null,
  regime text not null,
  province text,
  conditions text not null,
  rate_micros bigint not null check (rate_micros > 0),
  minimum_minor bigint not null check (minimum_minor >= 0),
  valid_from integer not null,
  valid_to integer,
  version integer not null
);
create index invoicing_tribute_rates_issuer on invoicing_tribute_rates (issuer_id, valid_from);
