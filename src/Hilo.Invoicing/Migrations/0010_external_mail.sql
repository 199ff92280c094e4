-- Whether documents of other systems' sales on a channel are mailed to the buyers that they name.
alter table invoicing_channel_rules add column mails_external boolean not null default true;
