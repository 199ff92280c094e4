-- A shop's own words for a mail, in one language; without a row Hilo's own are sent. A handful of rows.
create table conversations_template_texts (
  template text not null,
  language text not null,
  source text not null,
  version integer not null,
  changed_at bigint not null,
  primary key (template, language)
);
