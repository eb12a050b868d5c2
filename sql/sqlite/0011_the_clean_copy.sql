-- A clean copy as it was handed over: never changed afterwards. They are numbered at each desk; due_at is set where one was made by itself.
create table clean_copies (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  number integer not null,
  reason integer not null check (reason between 1 and 5),
  made_by text not null,
  made_at integer not null,
  due_at integer null,
  note text null
) without rowid;

create unique index clean_copies_by_number on clean_copies (desk_id, number);

-- In the order they stand: first what is owed, part by part, then what is off since the copy before. The line itself is JSON.
create table copy_lines (
  copy_id blob not null references clean_copies (id),
  position integer not null,
  part integer not null check (part between 1 and 4),
  code integer not null check (code between 1 and 4),
  news integer not null check (news between 0 and 4),
  call_id blob not null,
  version integer not null,
  line text not null,
  primary key (copy_id, position)
) without rowid;

-- What a desk wants of its copies, as JSON (paper, set times, mail; null: the usual), and how far it has got: times up to served_until are
-- dealt with (null: none is yet), and whoever makes a copy takes the next number here first, so that they are made one after the other.
create table copy_orders (
  desk_id blob not null primary key references desks (id),
  orders text null,
  served_until integer null,
  last_number integer not null
) without rowid;

-- One mail of a copy to one address; committed before it is sent. due_at is also how long a sender has it to himself.
create table mails (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  copy_id blob not null references clean_copies (id),
  to_address text not null,
  state integer not null check (state between 1 and 4),
  attempt integer not null,
  due_at integer not null,
  sent_at integer null,
  last_error text null,
  created_at integer not null,
  version integer not null
) without rowid;

create unique index mails_by_copy on mails (copy_id, to_address);
create index mails_open on mails (due_at) where state in (1, 2);
