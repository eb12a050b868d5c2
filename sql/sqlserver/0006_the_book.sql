-- The book as an assistant keeps it. What is folded has neither case nor accents: the list is ordered by one, searched through the other.
alter table contacts add sort_name nvarchar(450) null;
alter table contacts add ipa nvarchar(450) null;
alter table contacts add title nvarchar(450) null;
alter table contacts add sort_key nvarchar(450) not null default '';
alter table contacts add search_text nvarchar(4000) not null default '';

-- Accents of cards that are there already are folded when they are next saved.
-- A batch is understood as a whole before its columns are there.
exec (N'update contacts set sort_key = lower(name), search_text = lower(name + N'' '' + coalesce(company, N''''))');

create index contacts_by_sort_key on contacts (desk_id, sort_key, id);

create table contact_assistants (
  id uniqueidentifier not null primary key,
  contact_id uniqueidentifier not null references contacts (id),
  desk_id uniqueidentifier not null references desks (id),
  name nvarchar(450) not null,
  number nvarchar(16) null,
  notes nvarchar(max) null,
  position int not null
);

create index contact_assistants_by_contact on contact_assistants (contact_id, position);
create index contact_assistants_by_desk on contact_assistants (desk_id);

-- An act on the book (a card changed, dropped, two made one, one split, a file imported) and how each card and call was before it.
create table book_acts (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  kind smallint not null check (kind between 1 and 7),
  by_whom nvarchar(450) not null,
  at bigint not null,
  undone_at bigint null
);

create index book_acts_by_desk on book_acts (desk_id, at);

create table book_cards (
  act_id uniqueidentifier not null,
  contact_id uniqueidentifier not null,
  before_card nvarchar(max) null,
  after_version int null,
  primary key (act_id, contact_id)
);

create index book_cards_by_contact on book_cards (contact_id);

create table book_calls (
  act_id uniqueidentifier not null,
  call_id uniqueidentifier not null,
  before_party nvarchar(450) null,
  before_contact_id uniqueidentifier null,
  after_party nvarchar(450) null,
  after_contact_id uniqueidentifier null,
  primary key (act_id, call_id)
);

-- A file of cards that was looked at and is not imported yet. Its text goes once it was, or after a day.
create table book_files (
  id uniqueidentifier not null primary key,
  desk_id uniqueidentifier not null references desks (id),
  name nvarchar(450) not null,
  content nvarchar(max) not null,
  by_whom nvarchar(450) not null,
  at bigint not null
);

create index book_files_by_age on book_files (at);

-- A person's texts, for the timeline.
create index texts_by_from on texts (from_number, at);
create index texts_by_to on texts (to_number, at);
