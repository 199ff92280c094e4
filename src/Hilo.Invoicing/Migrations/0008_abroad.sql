-- A point of sale for export (FEEWS) has numbers of its own, and serves every sale abroad.
alter table invoicing_points add column is_abroad boolean not null default false;

-- The last key under which an export was sent, per environment and issuer. One row each; a key that was taken is never taken again.
create table invoicing_abroad_ids (
  scope text primary key,
  last_id bigint not null
);
