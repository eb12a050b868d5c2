-- Ids are made by the desk (Guid.CreateVersion7), instants microseconds of UTC since 1970, days and times of day text
-- ("09:00"), enums small integers. SQL Server sorts ids from their random end, so what grows by the call is not clustered by
-- them. What outsiders say is given room: an answer too long for its column would be a lost call. sql/README.md says more.

create table desks (
  id uniqueidentifier not null primary key,
  name nvarchar(450) not null,
  boss_name nvarchar(450) not null,
  pronoun smallint not null check (pronoun between 1 and 3),
  persona nvarchar(450) not null,
  zone nvarchar(100) not null,
  waking_from nvarchar(5) not null,
  waking_to nvarchar(5) not null,
  opens nvarchar(5) not null,
  closes nvarchar(5) not null,
  wording nvarchar(max) not null,
  version int not null
);

create unique index desks_by_name on desks (name);

create table lines (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  number nvarchar(16) not null,
  label nvarchar(450) not null
);

create unique index lines_by_number on lines (number);

create table boss_phones (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  number nvarchar(16) not null,
  label nvarchar(450) not null,
  position int not null,
  takes_texts smallint not null check (takes_texts in (0, 1)),
  texts_closed_at bigint null
);

create unique index boss_phones_by_number on boss_phones (desk_id, number);

create table contacts (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  name nvarchar(450) not null,
  pronunciation nvarchar(450) null,
  company nvarchar(450) null,
  standing smallint not null check (standing between 0 and 2),
  wants_to_talk smallint not null check (wants_to_talk in (0, 1)),
  notes nvarchar(max) null,
  version int not null
);

create index contacts_by_name on contacts (desk_id, name);

create table contact_numbers (
  id uniqueidentifier not null primary key,
  contact_id uniqueidentifier not null references contacts (id),
  desk_id uniqueidentifier not null references desks (id),
  number nvarchar(16) not null,
  label nvarchar(450) not null,
  position int not null
);

create index contact_numbers_by_number on contact_numbers (desk_id, number);
create index contact_numbers_by_contact on contact_numbers (contact_id, position);

-- A matter without a contact is the desk's own: whoever names it is in it.
create table matters (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  contact_id uniqueidentifier null references contacts (id),
  name nvarchar(450) not null,
  words nvarchar(max) not null
);

create index matters_by_desk on matters (desk_id);
create index matters_by_contact on matters (contact_id) where contact_id is not null;

-- Every call, either way. While live = 1 it is found by its SID through a small index; the filing round moves the SID
-- of a call that is over to filed_calls, so that answering does not pay for history (docs/decisions.md).
create table calls (
  id uniqueidentifier not null primary key nonclustered,
  desk_id uniqueidentifier null references desks (id),
  line_number nvarchar(4000) not null,
  direction smallint not null check (direction in (1, 2)),
  call_sid nvarchar(64) null,
  live smallint not null check (live in (0, 1)),
  status smallint not null check (status between 1 and 14),
  party nvarchar(450) null,
  contact_id uniqueidentifier null,
  caller_from nvarchar(4000) not null,
  said_name nvarchar(4000) null,
  number nvarchar(16) null,
  number_as_heard nvarchar(4000) null,
  regarding nvarchar(4000) null,
  wants_return smallint null check (wants_return in (0, 1)),
  says_urgent smallint not null check (says_urgent in (0, 1)),
  step smallint not null,
  attempt int not null,
  stir nvarchar(400) null,
  received_at bigint not null,
  ended_at bigint null,
  seconds int null,
  ball smallint not null check (ball between 1 and 3),
  outcome smallint null check (outcome between 1 and 6),
  settled_at bigint null,
  assistant_code smallint null check (assistant_code between 1 and 4),
  assistant_by nvarchar(450) null,
  assistant_why nvarchar(4000) null,
  planned smallint not null check (planned in (0, 1)),
  version int not null
);

create unique index calls_live on calls (call_sid) where live = 1;
-- What is still owed, either way: the sheet, the brief and the reminder round read through this one.
create index calls_owed on calls (desk_id, ball, received_at) where ball <> 3;
-- Owed calls whose reminders are yet to be worked out.
create index calls_to_plan on calls (received_at) where planned = 0 and ball = 1;
create clustered index calls_by_desk on calls (desk_id, received_at);
-- A call enters the history of its party when it is filed, not while it is answered.
create index calls_by_party on calls (party, received_at) where live = 0;

create table filed_calls (
  call_sid nvarchar(64) not null primary key nonclustered,
  call_id uniqueidentifier not null
);

-- What was heard and what was said, turn by turn. The key makes a repeated webhook have no second effect.
create table turns (
  call_id uniqueidentifier not null,
  step smallint not null,
  attempt int not null,
  heard_kind smallint not null check (heard_kind between 0 and 3),
  heard nvarchar(4000) null,
  confidence float null,
  said nvarchar(max) not null,
  next_step smallint not null,
  next_attempt int not null,
  at bigint not null,
  primary key nonclustered (call_id, step, attempt)
);

create table marks (
  id uniqueidentifier not null primary key nonclustered,
  act_id uniqueidentifier not null,
  desk_id uniqueidentifier null references desks (id),
  call_id uniqueidentifier not null references calls (id),
  kind smallint not null check (kind between 1 and 5),
  by_whom nvarchar(450) not null,
  why nvarchar(4000) null,
  at bigint not null,
  undone_at bigint null,
  before_ball smallint not null,
  before_outcome smallint null,
  before_settled_at bigint null,
  before_code smallint null,
  before_code_by nvarchar(450) null,
  before_code_why nvarchar(4000) null
);

create index marks_by_act on marks (act_id);
create index marks_by_call on marks (call_id, at);

-- One row for each nudge: what is due, to whom it went, what came of it.
create table reminders (
  id uniqueidentifier not null primary key nonclustered,
  desk_id uniqueidentifier not null references desks (id),
  call_id uniqueidentifier not null references calls (id),
  kind smallint not null check (kind between 1 and 2),
  slot int not null,
  due_at bigint not null,
  state smallint not null check (state between 1 and 7),
  intent_id uniqueidentifier null,
  acknowledged_at bigint null,
  last_error nvarchar(4000) null,
  version int not null
);

create unique index reminders_by_slot on reminders (call_id, kind, slot);
create index reminders_by_desk on reminders (desk_id, due_at);
create index reminders_due on reminders (due_at) where state = 1;
create index reminders_by_intent on reminders (intent_id) where intent_id is not null;

-- Committed before any request that makes a phone ring or sends a text. Its id travels in the callback's address.
create table intents (
  id uniqueidentifier not null primary key nonclustered,
  desk_id uniqueidentifier not null references desks (id),
  channel smallint not null check (channel in (1, 2)),
  purpose smallint not null,
  to_number nvarchar(16) not null,
  from_number nvarchar(16) not null,
  body nvarchar(max) null,
  state smallint not null check (state between 1 and 6),
  sid nvarchar(64) null,
  attempt int not null,
  leased_until bigint not null,
  error_code int null,
  last_error nvarchar(4000) null,
  created_at bigint not null,
  version int not null
);

-- An accepted one stays until its receipt has come.
create index intents_open on intents (leased_until) where state in (1, 2, 3, 4);
create index intents_by_sid on intents (sid) where sid is not null;

create table texts (
  id uniqueidentifier not null primary key nonclustered,
  desk_id uniqueidentifier null references desks (id),
  direction smallint not null check (direction in (1, 2)),
  message_sid nvarchar(64) null,
  from_number nvarchar(4000) not null,
  to_number nvarchar(4000) not null,
  body nvarchar(max) not null,
  status smallint not null,
  error_code int null,
  intent_id uniqueidentifier null,
  at bigint not null
);

create unique index texts_by_sid on texts (message_sid) where message_sid is not null;
create clustered index texts_by_desk on texts (desk_id, at);

-- Deliveries already acted upon, other than the turns of a call.
create table inbox (
  event_key nvarchar(450) not null primary key,
  received_at bigint not null
);

create index inbox_by_age on inbox (received_at);

create table users (
  id uniqueidentifier not null primary key,
  name nvarchar(450) not null,
  password_hash nvarchar(450) not null,
  failures int not null,
  locked_until bigint null,
  stamp nvarchar(450) not null,
  created_at bigint not null
);

create unique index users_by_name on users (name);

-- Bearer tokens of the API; only their SHA-256 is kept, in hexadecimal.
create table tokens (
  id uniqueidentifier not null primary key,
  name nvarchar(450) not null,
  hash nvarchar(64) not null,
  created_at bigint not null,
  last_used_at bigint null,
  revoked_at bigint null
);

create unique index tokens_by_hash on tokens (hash);

create table protection_keys (
  id uniqueidentifier not null primary key,
  friendly_name nvarchar(450) not null,
  xml nvarchar(max) not null
);
