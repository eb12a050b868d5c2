-- A clean copy as it was handed over: never changed afterwards. They are numbered at each desk; due_at is set where one was made by itself.
create table clean_copies (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  number int not null,
  reason smallint not null check (reason between 1 and 5),
  made_by nvarchar(450) not null,
  made_at bigint not null,
  due_at bigint null,
  note nvarchar(4000) null
);

create unique index clean_copies_by_number on clean_copies (desk_id, number);

-- In the order they stand: first what is owed, part by part, then what is off since the copy before. The line itself is JSON.
create table copy_lines (
  copy_id uniqueidentifier not null references clean_copies (id),
  position int not null,
  part smallint not null check (part between 1 and 4),
  code smallint not null check (code between 1 and 4),
  news smallint not null check (news between 0 and 4),
  call_id uniqueidentifier not null,
  version int not null,
  line nvarchar(max) not null,
  primary key (copy_id, position)
);

-- What a desk wants of its copies, as JSON (paper, set times, mail; null: the usual), and how far it has got: times up to served_until are
-- dealt with (null: none is yet), and whoever makes a copy takes the next number here first, so that they are made one after the other.
create table copy_orders (
  desk_id uniqueidentifier not null primary key references desks (id),
  orders nvarchar(max) null,
  served_until bigint null,
  last_number int not null
);

-- One mail of a copy to one address; committed before it is sent. due_at is also how long a sender has it to himself.
create table mails (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  copy_id uniqueidentifier not null references clean_copies (id),
  to_address nvarchar(450) not null,
  state smallint not null check (state between 1 and 4),
  attempt int not null,
  due_at bigint not null,
  sent_at bigint null,
  last_error nvarchar(450) null,
  created_at bigint not null,
  version int not null
);

create unique index mails_by_copy on mails (copy_id, to_address);
create index mails_open on mails (due_at) where state in (1, 2);
