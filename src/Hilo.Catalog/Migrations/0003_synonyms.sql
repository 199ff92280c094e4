create table catalog_synonyms (
  id uuid primary key,
  terms text not null,
  version integer not null
);
