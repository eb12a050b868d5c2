-- Ids are 16 bytes in their own order (Guid.CreateVersion7), instants microseconds of UTC since 1970, days and times
-- of day text ("09:00"), enums small integers. sql/README.md says more.

create table desks (
  id blob not null primary key,
  name text not null,
  boss_name text not null,
  pronoun integer not null check (pronoun between 1 and 3),
  persona text not null,
  zone text not null,
  waking_from text not null,
  waking_to text not null,
  opens text not null,
  closes text not null,
  wording text not null,
  version integer not null
) without rowid;

create unique index desks_by_name on desks (name);

create table lines (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  number text not null,
  label text not null
) without rowid;

create unique index lines_by_number on lines (number);

create table boss_phones (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  number text not null,
  label text not null,
  position integer not null,
  takes_texts integer not null check (takes_texts in (0, 1)),
  texts_closed_at integer null
) without rowid;

create unique index boss_phones_by_number on boss_phones (desk_id, number);

create table contacts (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  name text not null,
  pronunciation text null,
  company text null,
  standing integer not null check (standing between 0 and 2),
  wants_to_talk integer not null check (wants_to_talk in (0, 1)),
  notes text null,
  version integer not null
) without rowid;

create index contacts_by_name on contacts (desk_id, name);

create table contact_numbers (
  id blob not null primary key,
  contact_id blob not null references contacts (id),
  desk_id blob not null references desks (id),
  number text not null,
  label text not null,
  position integer not null
) without rowid;

create index contact_numbers_by_number on contact_numbers (desk_id, number);
create index contact_numbers_by_contact on contact_numbers (contact_id, position);

-- A matter without a contact is the desk's own: whoever names it is in it.
create table matters (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  contact_id blob null references contacts (id),
  name text not null,
  words text not null
) without rowid;

create index matters_by_desk on matters (desk_id);
create index matters_by_contact on matters (contact_id) where contact_id is not null;

-- Every call, either way. While live = 1 it is found by its SID through a small index; the filing round moves the SID
-- of a call that is over to filed_calls, so that answering does not pay for history (docs/decisions.md).
create table calls (
  id blob not null primary key,
  desk_id blob null references desks (id),
  line_number text not null,
  direction integer not null check (direction in (1, 2)),
  call_sid text null,
  live integer not null check (live in (0, 1)),
  status integer not null check (status between 1 and 14),
  party text null,
  contact_id blob null,
  caller_from text not null,
  said_name text null,
  number text null,
  number_as_heard text null,
  regarding text null,
  wants_return integer null check (wants_return in (0, 1)),
  says_urgent integer not null check (says_urgent in (0, 1)),
  step integer not null,
  attempt integer not null,
  stir text null,
  received_at integer not null,
  ended_at integer null,
  seconds integer null,
  ball integer not null check (ball between 1 and 3),
  outcome integer null check (outcome between 1 and 6),
  settled_at integer null,
  assistant_code integer null check (assistant_code between 1 and 4),
  assistant_by text null,
  assistant_why text null,
  planned integer not null check (planned in (0, 1)),
  version integer not null
) without rowid;

create unique index calls_live on calls (call_sid) where live = 1;
-- What is still owed, either way: the sheet, the brief and the reminder round read through this one.
create index calls_owed on calls (desk_id, ball, received_at) where ball <> 3;
-- Owed calls whose reminders are yet to be worked out.
create index calls_to_plan on calls (received_at) where planned = 0 and ball = 1;
create index calls_by_desk on calls (desk_id, received_at);
-- A call enters the history of its party when it is filed, not while it is answered.
create index calls_by_party on calls (party, received_at) where live = 0;

create table filed_calls (
  call_sid text not null primary key,
  call_id blob not null
) without rowid;

-- What was heard and what was said, turn by turn. The key makes a repeated webhook have no second effect.
create table turns (
  call_id blob not null,
  step integer not null,
  attempt integer not null,
  heard_kind integer not null check (heard_kind between 0 and 3),
  heard text null,
  confidence real null,
  said text not null,
  next_step integer not null,
  next_attempt integer not null,
  at integer not null,
  primary key (call_id, step, attempt)
) without rowid;

create table marks (
  id blob not null primary key,
  act_id blob not null,
  desk_id blob null references desks (id),
  call_id blob not null references calls (id),
  kind integer not null check (kind between 1 and 5),
  by_whom text not null,
  why text null,
  at integer not null,
  undone_at integer null,
  before_ball integer not null,
  before_outcome integer null,
  before_settled_at integer null,
  before_code integer null,
  before_code_by text null,
  before_code_why text null
) without rowid;

create index marks_by_act on marks (act_id);
create index marks_by_call on marks (call_id, at);

-- One row for each nudge: what is due, to whom it went, what came of it.
create table reminders (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  call_id blob not null references calls (id),
  kind integer not null check (kind between 1 and 2),
  slot integer not null,
  due_at integer not null,
  state integer not null check (state between 1 and 7),
  intent_id blob null,
  acknowledged_at integer null,
  last_error text null,
  version integer not null
) without rowid;

create unique index reminders_by_slot on reminders (call_id, kind, slot);
create index reminders_by_desk on reminders (desk_id, due_at);
create index reminders_due on reminders (due_at) where state = 1;
create index reminders_by_intent on reminders (intent_id) where intent_id is not null;

-- Committed before any request that makes a phone ring or sends a text. Its id travels in the callback's address.
create table intents (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  channel integer not null check (channel in (1, 2)),
  purpose integer not null,
  to_number text not null,
  from_number text not null,
  body text null,
  state integer not null check (state between 1 and 6),
  sid text null,
  attempt integer not null,
  leased_until integer not null,
  error_code integer null,
  last_error text null,
  created_at integer not null,
  version integer not null
) without rowid;

-- An accepted one stays until its receipt has come.
create index intents_open on intents (leased_until) where state in (1, 2, 3, 4);
create index intents_by_sid on intents (sid) where sid is not null;

create table texts (
  id blob not null primary key,
  desk_id blob null references desks (id),
  direction integer not null check (direction in (1, 2)),
  message_sid text null,
  from_number text not null,
  to_number text not null,
  body text not null,
  status integer not null,
  error_code integer null,
  intent_id blob null,
  at integer not null
) without rowid;

create unique index texts_by_sid on texts (message_sid) where message_sid is not null;
create index texts_by_desk on texts (desk_id, at);

-- Deliveries already acted upon, other than the turns of a call.
create table inbox (
  event_key text not null primary key,
  received_at integer not null
) without rowid;

create index inbox_by_age on inbox (received_at);

create table users (
  id blob not null primary key,
  name text not null,
  password_hash text not null,
  failures integer not null,
  locked_until integer null,
  stamp text not null,
  created_at integer not null
) without rowid;

create unique index users_by_name on users (name);

-- Bearer tokens of the API; only their SHA-256 is kept, in hexadecimal.
create table tokens (
  id blob not null primary key,
  name text not null,
  hash text not null,
  created_at integer not null,
  last_used_at integer null,
  revoked_at integer null
) without rowid;

create unique index tokens_by_hash on tokens (hash);

create table protection_keys (
  id blob not null primary key,
  friendly_name text not null,
  xml text not null
) without rowid;
