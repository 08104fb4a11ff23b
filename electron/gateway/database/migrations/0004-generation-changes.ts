// The order in which jobs changed, for clients that ask what is new. A number is never given twice, also after the job is gone.
// Never changed once released: the next change is a new file.
export const generationChanges = /* sql */ `
create table generation_change (
  seq integer primary key autoincrement,
  generation_id text not null unique references generation(id) on delete cascade
) strict;

insert into generation_change (generation_id) select id from generation order by seq;

create trigger generation_added after insert on generation
begin
  insert into generation_change (generation_id) values (new.id);
end;

create trigger generation_moved after update of status on generation when new.status <> old.status
begin
  delete from generation_change where generation_id = new.id;
  insert into generation_change (generation_id) values (new.id);
end;
`;
