// Erasures of a part of the library: what was ordered, what is still to be done, and what is left to be told. Frozen once released.

export const eraseOrders = `
create table erase_order (
  id text primary key,
  ordered_at integer not null,
  ended_at integer, -- until then it is gone on with at every start
  subject text not null, -- its type and kind; never a word of what is erased
  kind text,
  place text not null check (place in ('here', 'cloud', 'both')),
  was_cancelled integer not null default 0 check (was_cancelled in (0, 1)),
  removed text not null default '[]' check (json_valid(removed)),
  files_left integer not null default 0,
  cloud_keys text not null default '[]' check (json_valid(cloud_keys)), -- ids in erasure
  checksum text
) strict, without rowid;
create index erase_order_by_time on erase_order (ordered_at);

create index if not exists generation_by_prompt on generation (prompt_id, sequence);

-- What the order is still to take; empty when it has ended.
create table erasing_item (
  order_id text not null references erase_order (id) on delete cascade,
  kind text not null check (kind in ('clip', 'asset', 'prompt', 'cloud-clip', 'draft', 'ledger', 'logs', 'backups')),
  reference any not null,
  primary key (order_id, kind, reference)
) strict, without rowid;

-- Files whose rows are gone and which are still to go.
create table erasing_file (
  order_id text not null references erase_order (id) on delete cascade,
  path text not null,
  kind text not null,
  size_bytes integer not null,
  primary key (order_id, path)
) strict, without rowid;
`;
