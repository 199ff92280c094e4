create table platform_merchant (
  id uuid not null primary key,
  version integer not null,
  name text not null,
  order_prefix text not null,
  currency text not null,
  time_zone text not null,
  contact_email text,
  contact_phone text,
  brand_color text not null,
  brand_ink text not null,
  announcement text
);

create table platform_legal_entities (
  id uuid not null primary key,
  cuit text not null,
  name text not null,
  vat_condition text not null,
  street text not null,
  number text,
  unit text,
  city text not null,
  province text not null,
  postal_code text not null,
  notes text
);
create unique index platform_legal_entities_cuit on platform_legal_entities (cuit);
