-- How the boss's phones are tried while an important caller holds: 0 not at all, 1 in order, 2 at once.
alter table desks add reach integer not null default 2 check (reach between 0 and 2);

-- One for each call whose caller was asked to hold. refrained: why no phone was rung; taken_by: the phone whose key put the caller
-- through, until nobody waits alone in the room; word: 1 is to be left once the call is over, 2 was.
create table reaches (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  call_id blob not null references calls (id),
  party text null,
  state integer not null check (state between 1 and 5),
  refrained integer null check (refrained between 1 and 4),
  began_at integer not null,
  ended_at integer null,
  taken_by blob null,
  joined_at integer null,
  talked_at integer null,
  word integer not null check (word between 0 and 2),
  version integer not null
) without rowid;

create unique index reaches_by_call on reaches (call_id);
create index reaches_by_desk on reaches (desk_id, began_at);
-- Those of which word may have to be left once the call is over.
create index reaches_alone on reaches (began_at) where taken_by is not null and state in (4, 5);
create index reaches_to_settle on reaches (began_at) where word = 1;

-- One for each phone tried, by whatever way, in the order of place: the proof.
create table reach_attempts (
  id blob not null primary key,
  reach_id blob not null references reaches (id),
  desk_id blob not null references desks (id),
  call_id blob not null references calls (id),
  phone text not null,
  label text not null,
  place integer not null,
  kind integer not null check (kind between 1 and 3),
  outcome integer not null check (outcome between 0 and 11),
  intent_id blob not null,
  at integer not null,
  answered_at integer null,
  ended_at integer null,
  version integer not null
) without rowid;

create unique index reach_attempts_by_intent on reach_attempts (intent_id);
create index reach_attempts_by_reach on reach_attempts (reach_id, at);
create index reach_attempts_by_call on reach_attempts (call_id, at);
create index reach_attempts_open on reach_attempts (reach_id) where outcome = 0 and answered_at is null;
