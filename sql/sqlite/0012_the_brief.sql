-- The boss's assistant, as the boss is told on the phone.
alter table desks add assistant_number text null;

-- What the brief remembers of a desk's boss: the PIN as a hash, how fast she listens (percent), and when she last asked.
create table brief_desks (
  desk_id blob not null primary key references desks (id),
  pin_hash text not null,
  pin_set_at integer not null,
  speed integer not null,
  asked_at integer null
) without rowid;

-- PINs that were wrong, by where they came from: a phone of the boss, another phone, the line as a whole.
create table pin_doors (
  desk_id blob not null references desks (id),
  door text not null,
  tries integer not null,
  last_at integer not null,
  shut_until integer null,
  primary key (desk_id, door)
) without rowid;

-- Each time a door was shut: kept for people to see.
create table pin_alarms (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  door text not null,
  tries integer not null,
  at integer not null,
  shut_until integer not null
) without rowid;

create index pin_alarms_by_desk on pin_alarms (desk_id, at);

-- A brief: the sheet as it was when it began, and how far it was read. It passes to another call when the line dropped.
create table briefs (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  call_sid text not null,
  lines text not null,
  place integer not null,
  turn integer not null,
  asks_whether integer not null check (asks_whether in (0, 1)),
  since integer null,
  began_at integer not null,
  last_at integer not null,
  finished_at integer null
) without rowid;

create unique index briefs_by_call on briefs (call_sid);
create index briefs_by_desk on briefs (desk_id, last_at);

-- Which key was pressed and what was said to it. The key makes a repeated webhook have no second effect.
create table brief_turns (
  brief_id blob not null,
  turn integer not null,
  keys text not null,
  said text not null,
  at integer not null,
  primary key (brief_id, turn)
) without rowid;
