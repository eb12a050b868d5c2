-- The countries the desk may ring, as country codes with commas between ("1,44"); null: those of its own lines.
alter table desks add dials nvarchar(450) null;

-- The boss is connected with somebody who waits for a call. asked_by: 1 the brief, 2 a reminder's call, 3 a text; reason: how the
-- party's call ended where nobody answered; back: where the boss's call goes on afterwards.
create table connections (
  id uniqueidentifier not null primary key nonclustered,
  desk_id uniqueidentifier not null references desks (id),
  call_id uniqueidentifier not null references calls (id),
  our_call_id uniqueidentifier null,
  state smallint not null check (state between 1 and 5),
  asked_by smallint not null check (asked_by between 1 and 3),
  to_number nvarchar(16) not null,
  boss_intent_id uniqueidentifier null,
  intent_id uniqueidentifier null,
  back nvarchar(450) null,
  reason smallint null,
  began_at bigint not null,
  answered_at bigint null,
  talked_at bigint null,
  ended_at bigint null,
  version int not null
);

create index connections_by_call on connections (call_id, began_at);
create clustered index connections_by_desk on connections (desk_id, began_at);
create unique index connections_by_intent on connections (intent_id) where intent_id is not null;
create unique index connections_by_boss_intent on connections (boss_intent_id) where boss_intent_id is not null;
