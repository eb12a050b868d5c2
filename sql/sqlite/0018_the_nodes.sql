-- What other nodes are to notice: how often something changed. topic: a desk's id for what its sheet shows, 0 for the lines no desk has
-- claimed, 1 for the desks themselves, 2 for what is due at once.
create table changes (
  topic blob not null primary key,
  times integer not null
) without rowid;

insert into changes (topic, times) values (x'00000000000000000000000000000000', 0);
insert into changes (topic, times) values (x'00000000000000000000000000000001', 0);
insert into changes (topic, times) values (x'00000000000000000000000000000002', 0);
