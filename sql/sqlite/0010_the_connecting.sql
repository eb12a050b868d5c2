-- The countries the desk may ring, as country codes with commas between ("1,44"); null: those of its own lines.
alter table desks add dials text null;

-- The boss is connected with somebody who waits for a call. asked_by: 1 the brief, 2 a reminder's call, 3 a text; reason: how the
-- party's call ended where nobody answered; back: where the boss's call goes on afterwards.
create table connections (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  call_id blob not null references calls (id),
  our_call_id blob null,
  state integer not null check (state between 1 and 5),
  asked_by integer not null check (asked_by between 1 and 3),
  to_number text not null,
  boss_intent_id blob null,
  intent_id blob null,
  back text null,
  reason integer null,
  began_at integer not null,
  answered_at integer null,
  talked_at integer null,
  ended_at integer null,
  version integer not null
) without rowid;

create index connections_by_call on connections (call_id, began_at);
create index connections_by_desk on connections (desk_id, began_at);
create unique index connections_by_intent on connections (intent_id) where intent_id is not null;
create unique index connections_by_boss_intent on connections (boss_intent_id) where boss_intent_id is not null;
