-- Who a number suggests is calling is found without a look at the number's own row.
drop index contact_numbers_by_number;
create index contact_numbers_by_number on contact_numbers (desk_id, number, contact_id);
