-- How the name on a card sounds, worked out by the service; null on a card it has not been worked out for yet.
alter table contacts add sound nvarchar(450) null;

create index contacts_by_sound on contacts (desk_id, sound) where sound is not null;
create index contacts_unheard on contacts (id) where sound is null;
