-- The book as an assistant keeps it. What is folded has neither case nor accents: the list is ordered by one, searched through the other.
alter table contacts add sort_name text null;
alter table contacts add ipa text null;
alter table contacts add title text null;
alter table contacts add sort_key text not null default '';
alter table contacts add search_text text not null default '';

-- Accents of cards that are there already are folded when they are next saved.
update contacts set sort_key = lower(name), search_text = lower(name || ' ' || coalesce(company, ''));

create index contacts_by_sort_key on contacts (desk_id, sort_key, id);

create table contact_assistants (
  id blob not null primary key,
  contact_id blob not null references contacts (id),
  desk_id blob not null references desks (id),
  name text not null,
  number text null,
  notes text null,
  position integer not null
) without rowid;

create index contact_assistants_by_contact on contact_assistants (contact_id, position);
create index contact_assistants_by_desk on contact_assistants (desk_id);

-- An act on the book (a card changed, dropped, two made one, one split, a file imported) and how each card and call was before it.
create table book_acts (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  kind integer not null check (kind between 1 and 7),
  by_whom text not null,
  at integer not null,
  undone_at integer null
) without rowid;

create index book_acts_by_desk on book_acts (desk_id, at);

create table book_cards (
  act_id blob not null,
  contact_id blob not null,
  before_card text null,
  after_version integer null,
  primary key (act_id, contact_id)
) without rowid;

create index book_cards_by_contact on book_cards (contact_id);

create table book_calls (
  act_id blob not null,
  call_id blob not null,
  before_party text null,
  before_contact_id blob null,
  after_party text null,
  after_contact_id blob null,
  primary key (act_id, call_id)
) without rowid;

-- A file of cards that was looked at and is not imported yet. Its text goes once it was, or after a day.
create table book_files (
  id blob not null primary key,
  desk_id blob not null references desks (id),
  name text not null,
  content text not null,
  by_whom text not null,
  at integer not null
) without rowid;

create index book_files_by_age on book_files (at);

-- A person's texts, for the timeline.
create index texts_by_from on texts (from_number, at);
create index texts_by_to on texts (to_number, at);
