-- The processes that are on these books now: each counts on while it lives. A row whose count stands still is taken away by whoever sees that.
create table nodes (
  id blob not null primary key,
  beats integer not null,
  started_at integer not null
) without rowid;

-- In whose hands it is, so that whoever takes the row above away can free it at once; null: nobody's, or a version's that does not say.
-- listed_by: if it went, the carrier's lists have it by then; until then that they lack it proves nothing.
alter table intents add holder blob null;
alter table intents add listed_by integer null;
alter table reconciliations add holder blob null;
