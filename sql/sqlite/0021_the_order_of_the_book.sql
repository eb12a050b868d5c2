-- Where a card stands in the book is kept in hexadecimal, which both engines have in the same order. The service works it out at its next
-- start, for every card whose sound is not worked out.
update contacts set sound = null;
