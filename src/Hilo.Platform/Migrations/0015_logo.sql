-- The shop's sign for pages, mails and papers: a file, and its sides in pixels.
alter table platform_merchant add column logo uuid;
alter table platform_merchant add column logo_width integer;
alter table platform_merchant add column logo_height integer;
