-- Mails that still have their contents: those without are not looked at again for two years.
create index conversations_mails_bodies on conversations_mails (queued_at) where body_html is not null;
