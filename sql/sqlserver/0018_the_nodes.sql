-- What other nodes are to notice: how often something changed. topic: a desk's id for what its sheet shows, 0 for the lines no desk has
-- claimed, 1 for the desks themselves, 2 for what is due at once.
create table changes (
  topic uniqueidentifier not null primary key,
  times bigint not null
);

insert into changes (topic, times) values ('00000000-0000-0000-0000-000000000000', 0);
insert into changes (topic, times) values ('00000000-0000-0000-0000-000000000001', 0);
insert into changes (topic, times) values ('00000000-0000-0000-0000-000000000002', 0);
