-- When a call or a text was found in the carrier's list, having never reached us; null: we took it ourselves.
alter table calls add found_at bigint null;
create index calls_found on calls (found_at) where found_at is not null;
alter table texts add found_at bigint null;
create index texts_found on texts (found_at) where found_at is not null;

-- Each comparison with the carrier's lists. state: 1 under way, 2 all was read, 3 not all could be read. since_at: what is older is not ours
-- to compare. foreign_seen: what went out from our lines and is not in these books.
create table reconciliations (
  id uniqueidentifier not null primary key,
  started_at bigint not null,
  finished_at bigint null,
  leased_until bigint not null,
  state smallint not null check (state between 1 and 3),
  since_at bigint not null,
  steps_done int not null,
  steps_total int not null,
  calls_read int not null,
  texts_read int not null,
  calls_missed int not null,
  texts_missed int not null,
  erased_passed int not null,
  intents_settled int not null,
  intents_in_doubt int not null,
  foreign_seen int not null,
  left_for_later int not null,
  why nvarchar(400) null
);

create index reconciliations_by_start on reconciliations (started_at);
-- One at a time, whichever node it is.
create unique index reconciliations_under_way on reconciliations (state) where state = 1;

-- The lists that were read to their end, last at that instant. kind: 1 calls, 2 texts; day: of UTC, "2026-11-23".
create table reconciled_days (
  kind smallint not null check (kind in (1, 2)),
  day nvarchar(10) not null,
  read_at bigint not null,
  primary key (kind, day)
);

-- Where the carrier sends what reaches a line, if not to us. setting: 1 voice, 2 voice fallback, 3 voice status, 4 text, 5 text fallback,
-- 6 calls go to an application or trunk, 7 texts go to an application, 8 the account has no such number.
create table number_differences (
  number nvarchar(16) not null,
  setting smallint not null check (setting between 1 and 8),
  ours nvarchar(max) null,
  theirs nvarchar(max) null,
  since_at bigint not null,
  primary key (number, setting)
);

-- What was erased and must not come back from the carrier's lists: marks of ids and numbers, never the things themselves.
create table tombstones (
  mark nvarchar(100) not null primary key,
  erased_at bigint not null
);
