-- Authorized documents for the ERP: one record each, numbered in the order in which they were authorized. Whoever takes records takes them into a delivery, and a record belongs to one. Kept like the documents.
create table invoicing_export_records (
  position bigint primary key,
  document_id uuid not null,
  delivery_id uuid
);
create unique index invoicing_export_records_document on invoicing_export_records (document_id);
create index invoicing_export_records_waiting on invoicing_export_records (position) where delivery_id is null;
create index invoicing_export_records_delivery on invoicing_export_records (delivery_id, position) where delivery_id is not null;

-- What was authorized before comes first.
insert into invoicing_export_records (position, document_id)
  select row_number() over (order by authorized_at, id) - 1000000000, id from invoicing_documents where state = 'authorized';

create table invoicing_export_deliveries (
  id uuid primary key,
  number bigint not null,
  records integer not null,
  made_at bigint not null,
  made_by uuid,
  acknowledged_at bigint
);
create unique index invoicing_export_deliveries_number on invoicing_export_deliveries (number);

-- How files look to each ERP. Few rows, changed by hand.
create table invoicing_export_layouts (
  id uuid primary key,
  version integer not null,
  name text not null,
  content text not null,
  changed_at bigint not null
);
create unique index invoicing_export_layouts_name on invoicing_export_layouts (name);

-- The shop's own account for each thing that an entry moves; without one the thing's own name stands in the file.
create table invoicing_accounts (
  account_key text primary key,
  name text not null
);
