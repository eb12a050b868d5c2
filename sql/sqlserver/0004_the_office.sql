-- What makes a desk a production office: its show, departments, listings and wording as JSON.
create table offices (
  desk_id uniqueidentifier not null primary key references desks (id),
  office nvarchar(max) not null
);

-- What a job seeker's call gave.
create table applications (
  call_id uniqueidentifier not null primary key nonclustered references calls (id),
  referred smallint null check (referred in (0, 1)),
  referred_by nvarchar(450) null,
  job nvarchar(450) null,
  department nvarchar(450) null,
  listing nvarchar(450) null,
  told_no_calls smallint not null check (told_no_calls in (0, 1)),
  resume_sent smallint null check (resume_sent in (0, 1)),
  availability smallint null check (availability between 1 and 3),
  available_when nvarchar(450) null
);
