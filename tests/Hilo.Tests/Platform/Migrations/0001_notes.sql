create table notes_notes (
  id uuid primary key not null,
  text text not null,
  state text not null check (state in ('open', 'handed_over')),
  before text,
  location_id uuid,
  reference uuid,
  price_minor bigint not null,
  price_currency text not null,
  weight bigint not null,
  tare bigint,
  written_at bigint not null,
  handed_over_at bigint,
  is_urgent boolean not null,
  version integer not null
);
create table notes_seen (
  event_id uuid not null,
  note_id uuid not null,
  number bigint not null,
  position bigint not null,
  nth bigint not null
);
