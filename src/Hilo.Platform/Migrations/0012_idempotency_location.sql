-- An answer that is given again names the same new resource.
alter table platform_idempotency add column location text;
