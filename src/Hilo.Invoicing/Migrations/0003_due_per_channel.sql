-- When the document of a sale is due, where a channel does not follow the usual rule (when it is paid). One row per channel.
create table invoicing_channel_rules (
  sales_channel_id uuid primary key,
  due text not null check (due in ('payment', 'dispatch')),
  changed_at bigint not null
);
create index invoicing_omissions_reason on invoicing_omissions (reason);
