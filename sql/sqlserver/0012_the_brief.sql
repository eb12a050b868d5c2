-- The boss's assistant, as the boss is told on the phone.
alter table desks add assistant_number nvarchar(16) null;

-- What the brief remembers of a desk's boss: the PIN as a hash, how fast she listens (percent), and when she last asked.
create table brief_desks (
  desk_id uniqueidentifier not null primary key references desks (id),
  pin_hash nvarchar(450) not null,
  pin_set_at bigint not null,
  speed int not null,
  asked_at bigint null
);

-- PINs that were wrong, by where they came from: a phone of the boss, another phone, the line as a whole.
create table pin_doors (
  desk_id uniqueidentifier not null references desks (id),
  door nvarchar(300) not null,
  tries int not null,
  last_at bigint not null,
  shut_until bigint null,
  primary key (desk_id, door)
);

-- Each time a door was shut: kept for people to see.
create table pin_alarms (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  door nvarchar(300) not null,
  tries int not null,
  at bigint not null,
  shut_until bigint not null
);

create index pin_alarms_by_desk on pin_alarms (desk_id, at);

-- A brief: the sheet as it was when it began, and how far it was read. It passes to another call when the line dropped.
create table briefs (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  call_sid nvarchar(64) not null,
  lines nvarchar(max) not null,
  place int not null,
  turn int not null,
  asks_whether smallint not null check (asks_whether in (0, 1)),
  since bigint null,
  began_at bigint not null,
  last_at bigint not null,
  finished_at bigint null
);

create unique index briefs_by_call on briefs (call_sid);
create index briefs_by_desk on briefs (desk_id, last_at);

-- Which key was pressed and what was said to it. The key makes a repeated webhook have no second effect.
create table brief_turns (
  brief_id uniqueidentifier not null,
  turn int not null,
  keys nvarchar(20) not null,
  said nvarchar(max) not null,
  at bigint not null,
  primary key (brief_id, turn)
);
