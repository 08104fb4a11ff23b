// Collections, their clips in an order made by hand, and searches that are kept under a name. Frozen once released.

export const collections = `
create table collection (
  sequence integer primary key autoincrement, -- never given twice, so that undo brings back the same one
  id text not null unique,
  name text not null,
  created_at integer not null,
  updated_at integer not null
) strict;

create table collection_item (
  collection_sequence integer not null references collection (sequence) on delete cascade,
  generation_sequence integer not null references generation (sequence) on delete cascade,
  position real not null, -- between two of them there is room for a third
  added_at integer not null,
  primary key (collection_sequence, generation_sequence)
) strict, without rowid;
create index collection_in_order on collection_item (collection_sequence, position, generation_sequence);
create index collection_item_by_clip on collection_item (generation_sequence);

create table saved_search (
  sequence integer primary key,
  id text not null unique,
  name text not null,
  search text not null,
  sort text not null,
  created_at integer not null
) strict;
`;
