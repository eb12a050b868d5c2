-- How a desk wants its boss reminded (the ladder, how long a nudge is of use), as JSON; null: the usual.
alter table desks add reminding text null;

-- The number of the assistant whose carrier says that it takes no texts of ours.
alter table desks add assistant_closed text null;

-- Where the boss is when she is not where the desk is; the times are those on the walls there: "2026-12-01T09:00".
create table stays (
  desk_id blob not null references desks (id),
  place integer not null,
  zone text not null,
  from_wall text not null,
  until_wall text not null,
  primary key (desk_id, place)
) without rowid;

-- The rung of the ladder it stands on (past its end: every phone is rung), the phone tried before it, and when it was found too old to be sent.
alter table reminders add rung integer not null default 0;
alter table reminders add after_phone text null;
alter table reminders add expired_at integer null;

create index reminders_expired on reminders (desk_id) where expired_at is not null and intent_id is null and acknowledged_at is null;

-- What was tried for a reminder, rung by rung. skipped: why the rung could not be taken (1 texts closed, 2 throttled, 3 no phone, 4 no assistant).
create table reminder_tries (
  id blob not null primary key,
  reminder_id blob not null references reminders (id),
  rung integer not null,
  way integer not null check (way between 1 and 5),
  phone text null,
  intent_id blob null,
  skipped integer null check (skipped between 1 and 4),
  at integer not null
) without rowid;

create index reminder_tries_by_reminder on reminder_tries (reminder_id, at);

-- A phone of the boss sent our own call on to the line, on that day of the desk.
create table phone_loops (
  desk_id blob not null references desks (id),
  phone text not null,
  day text not null,
  at integer not null,
  primary key (desk_id, phone, day)
) without rowid;
