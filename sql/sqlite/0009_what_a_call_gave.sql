-- Every number given on a call, as JSON, in the order in which they were given: E.164 where it is one, as heard, extension, label. Null: none.
alter table calls add numbers_given text null;
