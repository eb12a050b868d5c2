-- How a desk wants its boss reminded (the ladder, how long a nudge is of use), as JSON; null: the usual.
alter table desks add reminding nvarchar(max) null;

-- The number of the assistant whose carrier says that it takes no texts of ours.
alter table desks add assistant_closed nvarchar(16) null;

-- Where the boss is when she is not where the desk is; the times are those on the walls there: "2026-12-01T09:00".
create table stays (
  desk_id uniqueidentifier not null references desks (id),
  place int not null,
  zone nvarchar(100) not null,
  from_wall nvarchar(19) not null,
  until_wall nvarchar(19) not null,
  primary key (desk_id, place)
);

-- The rung of the ladder it stands on (past its end: every phone is rung), the phone tried before it, and when it was found too old to be sent.
alter table reminders add rung int not null default 0;
alter table reminders add after_phone nvarchar(16) null;
alter table reminders add expired_at bigint null;

create index reminders_expired on reminders (desk_id) where expired_at is not null and intent_id is null and acknowledged_at is null;

-- What was tried for a reminder, rung by rung. skipped: why the rung could not be taken (1 texts closed, 2 throttled, 3 no phone, 4 no assistant).
create table reminder_tries (
  id uniqueidentifier not null primary key nonclustered,
  reminder_id uniqueidentifier not null references reminders (id),
  rung int not null,
  way smallint not null check (way between 1 and 5),
  phone nvarchar(16) null,
  intent_id uniqueidentifier null,
  skipped smallint null check (skipped between 1 and 4),
  at bigint not null
);

create index reminder_tries_by_reminder on reminder_tries (reminder_id, at);

-- A phone of the boss sent our own call on to the line, on that day of the desk.
create table phone_loops (
  desk_id uniqueidentifier not null references desks (id),
  phone nvarchar(16) not null,
  day nvarchar(10) not null,
  at bigint not null,
  primary key (desk_id, phone, day)
);
