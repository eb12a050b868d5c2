-- Each request to forget somebody: by card, by number or by one call. Whom it was about is gone once it is done (done_at); how much there was stays, as the proof.
-- Until then it waits for what is under way with them to be over.
create table erasures (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  contact_id blob null,
  number text null,
  call_id blob null,
  asked_by text not null,
  asked_at integer not null,
  done_at integer null,
  calls integer not null,
  texts integer not null,
  cards integer not null
) without rowid;

create index erasures_waiting on erasures (asked_at) where done_at is null;

-- Their calls and cards (those that are gone and those merged into one too), while one transaction takes them out of the books; empty before and after it.
create table erasing_calls (
  erasure_id blob not null,
  call_id blob not null,
  primary key (erasure_id, call_id)
) without rowid;

create table erasing_cards (
  erasure_id blob not null,
  contact_id blob not null,
  primary key (erasure_id, contact_id)
) without rowid;
