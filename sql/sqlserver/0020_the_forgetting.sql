-- Each request to forget somebody: by card, by number or by one call. Whom it was about is gone once it is done (done_at); how much there was stays, as the proof.
-- Until then it waits for what is under way with them to be over.
create table erasures (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  contact_id uniqueidentifier null,
  number nvarchar(16) null,
  call_id uniqueidentifier null,
  asked_by nvarchar(450) not null,
  asked_at bigint not null,
  done_at bigint null,
  calls int not null,
  texts int not null,
  cards int not null
);

create index erasures_waiting on erasures (asked_at) where done_at is null;

-- Their calls and cards (those that are gone and those merged into one too), while one transaction takes them out of the books; empty before and after it.
create table erasing_calls (
  erasure_id uniqueidentifier not null,
  call_id uniqueidentifier not null,
  primary key (erasure_id, call_id)
);

create table erasing_cards (
  erasure_id uniqueidentifier not null,
  contact_id uniqueidentifier not null,
  primary key (erasure_id, contact_id)
);
