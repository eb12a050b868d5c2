-- For the how-many-th time they ring since they were last talked to, and the call that tells what is known of them.
alter table calls add nth_call int null;
alter table calls add earlier_call uniqueidentifier null;
-- When the caller can be reached, and how time-critical it is, in the caller's own words.
alter table calls add reachable nvarchar(4000) null;
alter table calls add time_critical nvarchar(4000) null;

-- What this caller is told when the boss cannot take the call; null: what everybody is told.
alter table contacts add preferred_answer nvarchar(4000) null;

-- Calls too fresh to be filed are part of a party's history too.
create index calls_living_by_party on calls (party, received_at) where live = 1;
