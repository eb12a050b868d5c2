-- What a phone of the boss was last shown with numbers before it, until its next text or the next nudge. act: what is to be done with
-- one of them (1 returned, 2 snooze, 3 call me); lines: call ids, as JSON; place: how far the sheet was told line by line.
create table text_questions (
  desk_id blob not null references desks (id),
  phone text not null,
  act integer null check (act between 1 and 3),
  lines text not null,
  place integer null,
  at integer not null,
  primary key (desk_id, phone)
) without rowid;

-- Until then the boss is reminded of ASAP calls only.
create table holds (
  desk_id blob not null primary key references desks (id),
  until_at integer not null,
  since integer not null,
  by_whom text not null
) without rowid;

-- An ASAP call of theirs reminds and rings the boss in her quiet hours too.
alter table contacts add wakes integer not null default 0 check (wakes in (0, 1));

-- Put off to then because the phone had had its share of reminders.
alter table reminders add throttled_until integer null;

-- What a phone was reminded of late.
create index intents_to_phone on intents (to_number, created_at) where purpose in (1, 2);

-- Weekdays and dates on which the boss is left in peace, comma-separated: "saturday,sunday,2026-12-25".
alter table desks add days_off text null;
