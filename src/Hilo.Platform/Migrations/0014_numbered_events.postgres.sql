-- An event is written without a position and numbered a moment later: as long as this index held both, every event entered it twice,
-- and the search for those without a position now and then went through all the dead first entries.
drop index events_position;
create unique index events_position on events (position) where position is not null;
