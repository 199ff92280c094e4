-- A point of sale for contingency (CAEA) has numbers of its own; another point may name it as the one that serves while the agency is away.
alter table invoicing_points add column is_contingency boolean not null default false;
alter table invoicing_points add column fallback integer;

-- Codes of fortnights, asked for beforehand. Two rows a month per issuer; kept as long as the documents made under them.
create table invoicing_caeas (
  id uuid primary key,
  issuer_id uuid not null,
  environment text not null,
  cuit text not null,
  period integer not null,
  half integer not null check (half in (1, 2)),
  state text not null,
  code text,
  valid_from integer,
  valid_to integer,
  report_by integer,
  problem text,
  tried_at bigint not null,
  check (state <> 'granted' or (code is not null and valid_from is not null and valid_to is not null and report_by is not null))
);
create unique index invoicing_caeas_fortnight on invoicing_caeas (environment, cuit, period, half);

-- Contingency points on which nothing happened in a fortnight, and whether the agency was told.
create table invoicing_caea_closings (
  caea_id uuid not null,
  point integer not null,
  closed_at bigint,
  problem text,
  tried_at bigint not null,
  primary key (caea_id, point)
);

-- A document that was made under a CAEA is told to the agency afterwards.
alter table invoicing_documents add column caea_id uuid;
alter table invoicing_documents add column report text;
alter table invoicing_documents add column report_notes text;
alter table invoicing_documents add column report_attempts integer not null default 0;
alter table invoicing_documents add column reported_at bigint;
create index invoicing_documents_report on invoicing_documents (series_id, number) where report is not null and report <> 'reported';
create index invoicing_documents_caea on invoicing_documents (caea_id) where caea_id is not null;
