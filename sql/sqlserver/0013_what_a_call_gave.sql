-- Every number given on a call, as JSON, in the order in which they were given: E.164 where it is one, as heard, extension, label. Null: none.
alter table calls add numbers_given nvarchar(max) null;

-- Whether a caller who was not understood may be asked for a short recording. By default nothing is recorded.
alter table desks add may_record smallint not null default 0 check (may_record in (0, 1));

-- What the caller said to it: 1 yes, 2 no, 3 nothing; null: nobody asked. The sound stays at the carrier under its id.
alter table calls add recording_consent smallint null check (recording_consent between 1 and 3);
alter table calls add recording_sid nvarchar(34) null;
alter table calls add recording_seconds int null;

-- What came of looking up the number of a stranger: 1 a name, 2 none, 3 given up; null: not looked up, or not yet. The name is a hint, not what was said.
alter table calls add name_lookup smallint null check (name_lookup between 1 and 3);
alter table calls add caller_id_name nvarchar(200) null;
