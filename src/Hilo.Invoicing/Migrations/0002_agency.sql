-- Whether a service of the agency answers: one row per environment and service, shared by all nodes.
create table invoicing_breakers (
  service_key text primary key,
  failures integer not null,
  opened_at bigint,
  probed_at bigint,
  is_trying boolean not null,
  why text
);

-- The agency's parameter tables as it showed them, row by row: a row that changes ends, and another begins. Some hundreds of rows per environment; kept, since old documents follow old rows.
create table invoicing_parameters (
  id uuid primary key,
  scope text not null,
  table_name text not null,
  row_key text not null,
  text text not null,
  letter text not null,
  valid_from integer,
  valid_to integer,
  is_usable boolean not null,
  seen_from bigint not null,
  gone_at bigint
);
create unique index invoicing_parameters_current on invoicing_parameters (scope, table_name, row_key, letter) where gone_at is null;

-- When each table was last read, or why it could not be.
create table invoicing_parameter_reads (
  scope text not null,
  table_name text not null,
  read_at bigint,
  tried_at bigint not null,
  problem text,
  primary key (scope, table_name)
);

-- Taxpayers as the registry told of them, newest answer only. Asked again after a day or a week; forgotten after a year without a question.
create table invoicing_taxpayers (
  scope text not null,
  cuit text not null,
  asked_at bigint not null,
  found text,
  primary key (scope, cuit)
);
create index invoicing_taxpayers_asked on invoicing_taxpayers (asked_at);
