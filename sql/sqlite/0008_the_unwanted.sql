-- Numbers a desk takes no calls from. Answering looks here in the read that finds the caller's card.
create table blocked_numbers (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  number text not null,
  why text null,
  blocked_by text not null,
  blocked_at integer not null
) without rowid;

create unique index blocked_numbers_by_number on blocked_numbers (desk_id, number);

-- Why nobody waits for this call: 1 blocked, 2 a wrong number, 3 a recording, 4 our own call come back; null for any other.
alter table calls add unwanted integer null check (unwanted between 1 and 4);
-- The phone that sent the call on to us, where the carrier says so.
alter table calls add forwarded_from text null;
