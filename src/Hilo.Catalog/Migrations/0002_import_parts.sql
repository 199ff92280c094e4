-- Files are kept in parts that were looked through once: an import reads one part at a time, on whichever node goes on with it.
create table catalog_import_parts (
  import_id uuid not null,
  number integer not null,
  content bytea not null,
  stored_at bigint not null,
  primary key (import_id, number)
);
create index catalog_import_parts_stored on catalog_import_parts (stored_at);

alter table catalog_imports add column is_dry_run boolean not null default false;
alter table catalog_imports add column column_names text not null default '[]';
alter table catalog_imports add column mark text not null default 'detect';
alter table catalog_imports add column part integer not null default 0;
alter table catalog_imports add column problems_told integer not null default 0;
alter table catalog_imports add column told_of_stock boolean not null default false;

update catalog_imports set state = 'failed', error = 'server.failed', finished_at = started_at where state in ('queued', 'running');
drop table catalog_import_files;
