-- A channel may give each dispatch a document of its own. No way to widen a check in place holds for both databases; the table has one row per channel.
create table invoicing_channel_rules_next (
  sales_channel_id uuid primary key,
  due text not null check (due in ('payment', 'dispatch', 'each_dispatch')),
  changed_at bigint not null,
  mails_external boolean not null default true
);
insert into invoicing_channel_rules_next (sales_channel_id, due, changed_at, mails_external) select sales_channel_id, due, changed_at, mails_external from invoicing_channel_rules;
drop table invoicing_channel_rules;
alter table invoicing_channel_rules_next rename to invoicing_channel_rules;
