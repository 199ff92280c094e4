-- The answer that a repeated request gets again. Kept for 7 days, deleted in small batches by age.
create table platform_idempotency (
  scope text not null,
  key text not null,
  request_hash bytea not null,
  state text not null check (state in ('running', 'done')),
  status bigint,
  content_type text,
  body bytea,
  created_at bigint not null,
  primary key (scope, key)
);
create index platform_idempotency_age on platform_idempotency (created_at);
