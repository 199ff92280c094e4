-- One row per event, recipient and template: an event that comes again finds its mail. Bodies go after 90 days, rows after two years.
create table conversations_mails (
  id uuid not null primary key,
  version integer not null,
  event_id uuid not null,
  template text not null,
  culture text not null,
  recipient text not null,
  recipient_name text,
  customer_id uuid,
  order_id uuid,
  order_number text,
  subject text not null,
  body_text text,
  body_html text,
  picture bytea,
  is_sealed boolean not null,
  message_id text not null,
  search_text text not null,
  state text not null,
  tries integer not null,
  queued_at bigint not null,
  due_at bigint not null,
  give_up_at bigint not null,
  sent_at bigint,
  last_error text
);
create unique index conversations_mails_once on conversations_mails (event_id, recipient, template);
create unique index conversations_mails_message on conversations_mails (message_id);
create index conversations_mails_newest on conversations_mails (queued_at, id);
create index conversations_mails_order on conversations_mails (order_id) where order_id is not null;
-- The mail that must be there soonest goes first: a sign-in code never waits behind a thousand confirmations.
create index conversations_mails_due on conversations_mails (give_up_at, due_at) where state = 'queued';
create index conversations_mails_failed on conversations_mails (queued_at, id) where state = 'failed';

create table conversations_mail_tries (
  mail_id uuid not null,
  number integer not null,
  at bigint not null,
  is_accepted boolean not null,
  answer text,
  primary key (mail_id, number)
);

-- Why an event got no mail: nobody to write to, or told already. Deleted with the mails of its time.
create table conversations_mail_omissions (
  event_id uuid not null,
  template text not null,
  reason text not null,
  at bigint not null,
  primary key (event_id, template)
);
create index conversations_mail_omissions_at on conversations_mail_omissions (at);
