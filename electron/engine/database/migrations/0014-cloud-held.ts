// What the cloud said that it holds, when it was asked for everything. Frozen once released.

export const cloudHeld = `
create table cloud_held (
  kind text not null,
  reference text not null, -- id within its kind, as the cloud has it
  content text not null check (json_valid(content)),
  primary key (kind, reference)
) strict, without rowid;

-- It repeats prompts and more: when something is erased here, this copy must not keep it.
create trigger cloud_held_forgotten after insert on erase_order when new.place <> 'cloud'
begin
  delete from cloud_held;
end;
`;
