-- Writers of the catalog take turns: people and imports never race for a handle, a SKU or an open price.
create table catalog_turn (id integer primary key);
insert into catalog_turn (id) values (1);

create table catalog_categories (
  id uuid primary key,
  handle text not null,
  name text not null,
  parent_id uuid references catalog_categories (id),
  version integer not null
);
create unique index catalog_categories_handle on catalog_categories (handle);

create table catalog_products (
  id uuid primary key,
  handle text not null,
  title text not null,
  description text not null,
  brand text,
  product_type text,
  status text not null check (status in ('draft', 'published', 'archived')),
  options text not null,
  tags text not null,
  attributes text not null,
  search_text text not null,
  version integer not null,
  created_at bigint not null,
  changed_at bigint not null
);
create unique index catalog_products_handle on catalog_products (handle);
create index catalog_products_title on catalog_products (title, handle);

create table catalog_product_categories (
  product_id uuid not null references catalog_products (id),
  category_id uuid not null references catalog_categories (id),
  primary key (product_id, category_id)
);
create index catalog_product_categories_category on catalog_product_categories (category_id);

create table catalog_pictures (
  id uuid primary key,
  product_id uuid not null references catalog_products (id),
  rank integer not null,
  source_url text not null,
  alt text not null,
  state text not null check (state in ('waiting', 'stored', 'failed')),
  renditions text not null,
  attempts integer not null,
  due_at bigint not null,
  error text
);
create unique index catalog_pictures_source on catalog_pictures (product_id, source_url);
create index catalog_pictures_due on catalog_pictures (due_at) where state = 'waiting';

-- Retired variants stay: old orders and documents name them.
create table catalog_variants (
  id uuid primary key,
  product_id uuid not null references catalog_products (id),
  rank integer not null,
  sku text not null,
  gtin text,
  option_values text not null,
  weight_grams bigint not null check (weight_grams >= 0),
  tax_code integer not null,
  picture_id uuid references catalog_pictures (id),
  imported text,
  retired_at bigint
);
create unique index catalog_variants_sku on catalog_variants (sku);
create unique index catalog_variants_gtin on catalog_variants (gtin) where gtin is not null and retired_at is null;
create unique index catalog_variants_options on catalog_variants (product_id, option_values) where retired_at is null;

create table catalog_price_lists (
  id uuid primary key,
  name text not null,
  currency text not null,
  is_default boolean not null,
  sales_channel_id uuid,
  location_group_id uuid,
  customer_group_id uuid,
  created_at bigint not null
);
create unique index catalog_price_lists_default on catalog_price_lists (is_default) where is_default;
create unique index catalog_price_lists_channel on catalog_price_lists (sales_channel_id)
  where sales_channel_id is not null and location_group_id is null and customer_group_id is null;

-- Rows are history: a changed price closes its row and opens another. Temporary prices lie on top of the regular one.
create table catalog_prices (
  id uuid primary key,
  price_list_id uuid not null references catalog_price_lists (id),
  variant_id uuid not null references catalog_variants (id),
  min_quantity bigint not null check (min_quantity > 0),
  is_temporary boolean not null,
  amount_minor bigint not null check (amount_minor >= 0),
  former_minor bigint check (former_minor > amount_minor),
  valid_from bigint not null,
  valid_to bigint check (valid_to >= valid_from),
  set_at bigint not null
);
create unique index catalog_prices_open on catalog_prices (price_list_id, variant_id, min_quantity) where valid_to is null;
create index catalog_prices_variant on catalog_prices (variant_id, price_list_id, valid_from);
create index catalog_prices_ends on catalog_prices (valid_to) where valid_to is not null;

create table catalog_imports (
  id uuid primary key,
  file_name text not null,
  format text,
  state text not null check (state in ('queued', 'running', 'finished', 'failed', 'canceled')),
  location_id uuid,
  overwrites_stock boolean not null,
  decimals text not null,
  rows_read integer not null,
  rows_total integer,
  groups_done integer not null,
  products_created integer not null,
  products_updated integer not null,
  variants_created integer not null,
  variants_updated integer not null,
  variants_unchanged integer not null,
  rows_rejected integer not null,
  started_at bigint not null,
  finished_at bigint,
  error text,
  runner uuid,
  runner_until bigint not null
);
create index catalog_imports_open on catalog_imports (started_at) where state in ('queued', 'running');
create index catalog_imports_started on catalog_imports (started_at, id);

create table catalog_import_files (
  import_id uuid primary key references catalog_imports (id),
  content bytea not null
);

create table catalog_import_problems (
  import_id uuid not null references catalog_imports (id),
  number integer not null,
  line integer not null,
  column_name text,
  value text,
  code text not null,
  facts text not null,
  is_warning boolean not null,
  primary key (import_id, number)
);

create table catalog_import_pictures (
  import_id uuid not null references catalog_imports (id),
  picture_id uuid not null references catalog_pictures (id),
  primary key (import_id, picture_id)
);
