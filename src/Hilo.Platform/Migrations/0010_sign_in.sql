create table platform_staff (
  id uuid not null primary key,
  version integer not null,
  email text not null,
  name text not null,
  role text not null,
  is_active boolean not null,
  locations text,
  password_hash text,
  failed_tries integer not null,
  locked_until bigint,
  joined_at bigint not null
);
create unique index platform_staff_email on platform_staff (email);

-- Tokens are random and stored hashed: a copy of the database signs nobody in.
create table platform_staff_sessions (
  id uuid not null primary key,
  staff_id uuid not null,
  token_hash bytea not null,
  kind text not null,
  label text,
  opened_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null
);
create unique index platform_staff_sessions_token on platform_staff_sessions (token_hash);
create index platform_staff_sessions_staff on platform_staff_sessions (staff_id);
create index platform_staff_sessions_expiry on platform_staff_sessions (expires_at);

create table platform_shopper_sessions (
  id uuid not null primary key,
  customer_id uuid not null,
  token_hash bytea not null,
  opened_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null
);
create unique index platform_shopper_sessions_token on platform_shopper_sessions (token_hash);
create index platform_shopper_sessions_customer on platform_shopper_sessions (customer_id);
create index platform_shopper_sessions_expiry on platform_shopper_sessions (expires_at);

-- Links that work once: the first administrator (no staff yet), and a new person's password.
create table platform_password_links (
  token_hash bytea not null primary key,
  staff_id uuid,
  expires_at bigint not null
);
