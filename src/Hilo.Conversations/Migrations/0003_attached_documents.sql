-- The fiscal document that a mail carries; its paper is drawn when the mail leaves.
alter table conversations_mails add column fiscal_document_id uuid;
