create table customers_customers (
  id uuid not null primary key,
  version integer not null,
  name text not null,
  search_name text not null,
  since bigint not null,
  merged_into uuid
);
create index customers_customers_since on customers_customers (since, id);
create index customers_customers_name on customers_customers (search_name);

-- What a person is reached by. Families share phones: only identities are unique.
create table customers_contact_points (
  id uuid not null primary key,
  customer_id uuid not null,
  kind text not null,
  value text not null,
  match_key text not null,
  is_verified boolean not null,
  added_at bigint not null
);
create unique index customers_contact_points_once on customers_contact_points (customer_id, kind, match_key);
create index customers_contact_points_key on customers_contact_points (kind, match_key);

-- What a person is recognised by. The unique key makes two first purchases at once one customer.
create table customers_identities (
  id uuid not null primary key,
  customer_id uuid not null,
  kind text not null,
  match_key text not null,
  strength text not null,
  evidence text not null,
  seen_at bigint not null
);
create unique index customers_identities_key on customers_identities (kind, match_key);
create index customers_identities_customer on customers_identities (customer_id);

-- Kept for a day after they end, then swept.
create table customers_sign_in_challenges (
  id uuid not null primary key,
  email text not null,
  email_key text not null,
  code text,
  browser_hash bytea not null,
  culture text not null,
  tries integer not null,
  asked_at bigint not null,
  expires_at bigint not null,
  ended_at bigint
);
create index customers_sign_in_challenges_email on customers_sign_in_challenges (email_key, asked_at);
create index customers_sign_in_challenges_expiry on customers_sign_in_challenges (expires_at);
