-- A call enters the history of its party when the caller first answers, and so gets its place on the ladder: the greeting pays nothing for it.
-- Calls of before that got past the greeting are counted as if each had been the first.
update calls set nth_call = 1 where nth_call is null and direction = 1 and step > 1;

drop index calls_living_by_party;
create index calls_heard_by_party on calls (party, received_at) where live = 1 and nth_call is not null;
