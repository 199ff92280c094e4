-- What the registry says of a receiver is asked for again after the agency refused the document for them; and a receiver that a person named goes as it is.
alter table invoicing_documents add column registry_after bigint;
alter table invoicing_documents add column is_receiver_confirmed boolean not null default false;
