-- Numbers a desk takes no calls from. Answering looks here in the read that finds the caller's card.
create table blocked_numbers (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  number nvarchar(16) not null,
  why nvarchar(450) null,
  blocked_by nvarchar(450) not null,
  blocked_at bigint not null
);

create unique index blocked_numbers_by_number on blocked_numbers (desk_id, number);

-- Why nobody waits for this call: 1 blocked, 2 a wrong number, 3 a recording, 4 our own call come back; null for any other.
alter table calls add unwanted smallint null check (unwanted between 1 and 4);
-- The phone that sent the call on to us, where the carrier says so.
alter table calls add forwarded_from nvarchar(450) null;
