-- The agency's page about who sells (form 960/D), which a web shop links from its foot.
alter table platform_legal_entities add column data_fiscal_url text;
