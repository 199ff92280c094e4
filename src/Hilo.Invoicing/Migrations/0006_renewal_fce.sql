-- A new key and certificate beside the running ones, until they work.
alter table invoicing_issuers add column next_alias text;
alter table invoicing_issuers add column next_private_key text;
alter table invoicing_issuers add column next_signing_request text;
alter table invoicing_issuers add column next_certificate text;
alter table invoicing_issuers add column next_expires_at bigint;
alter table invoicing_issuers add column next_problem text;
alter table invoicing_issuers add column switched_at bigint;

-- Credit invoices (FCE MiPyME): the account of the seller and how they are passed on; without an account none is made.
alter table invoicing_issuers add column fce_account text;
alter table invoicing_issuers add column fce_alias text;
alter table invoicing_issuers add column fce_transfer text;
alter table invoicing_issuers add column fce_days integer;

-- Buyers to whom a credit invoice is due from the minimum amount on, as somebody at the agency's site looked up. Few rows.
create table invoicing_fce_buyers (
  cuit text primary key,
  noted_at bigint not null
);
