create index payments_provider_events_settled on payments_provider_events (settled_at) where settled_at is not null;
