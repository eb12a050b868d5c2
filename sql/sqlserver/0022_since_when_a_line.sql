-- Since when a number is a line here: what it got before is nobody's here to answer for. Of those on file already nobody knows, and they count
-- as always having been.
alter table lines add since_at bigint not null default 0;
