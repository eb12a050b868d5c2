-- What makes a desk a production office: its show, departments, listings and wording as JSON.
create table offices (
  desk_id blob not null primary key references desks (id),
  office text not null
) without rowid;

-- What a job seeker's call gave.
create table applications (
  call_id blob not null primary key references calls (id),
  referred integer null check (referred in (0, 1)),
  referred_by text null,
  job text null,
  department text null,
  listing text null,
  told_no_calls integer not null check (told_no_calls in (0, 1)),
  resume_sent integer null check (resume_sent in (0, 1)),
  availability integer null check (availability between 1 and 3),
  available_when text null
) without rowid;
