-- What was recognised when a name was first said, how sure the recogniser was (0 to 1), and whether the caller or our own book confirmed it.
alter table calls add name_heard text null;
alter table calls add name_confidence real null;
alter table calls add name_confirmed integer null check (name_confirmed in (0, 1));

-- Whose call it is, where somebody's assistant makes it.
alter table calls add calls_for text null;

-- They say that they return a call of ours; whether we made one stands in the log.
alter table calls add says_returning integer null check (says_returning in (0, 1));
