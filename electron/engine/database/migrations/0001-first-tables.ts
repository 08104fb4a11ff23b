// Everything the first version keeps: generations and what belongs to them, consents, the ledger, the outbox of erasures.
// Frozen once released: a change is a new file.

export const firstTables = `
create table setting (
  key text primary key,
  value text not null
) strict, without rowid;

create table prompt (
  id integer primary key,
  text_sha256 text not null unique,
  text text not null,
  use_count integer not null,
  created_at integer not null,
  last_used_at integer not null,
  last_generation_id text
) strict;
create index prompt_by_last_use on prompt (last_used_at desc, id desc);

create table asset (
  sequence integer primary key,
  id text not null unique,
  sha256 text not null unique,
  mime_type text not null,
  size_bytes integer not null,
  width integer not null,
  height integer not null,
  original_name text not null,
  file_path text not null,
  is_missing integer not null default 0 check (is_missing in (0, 1)),
  created_at integer not null
) strict;

create table generation (
  sequence integer primary key autoincrement, -- never given twice, so that order and cursors hold
  id text not null unique,
  idempotency_key text not null unique,
  kind text not null check (kind in ('text-to-video', 'image-to-video')),
  model_id text not null,
  model_name text not null,
  model_version text not null,
  provider text not null,
  region text not null,
  prompt text not null,
  prompt_id integer references prompt (id) on delete set null,
  parameters text not null check (json_valid(parameters)),
  title text not null default '',
  notes text not null default '',
  take integer not null,
  take_count integer not null,
  parent_id text,
  status text not null check (status in ('queued', 'uploading', 'submitting', 'rendering',
    'downloading', 'ready', 'failed', 'refused', 'cancelled', 'expired')),
  is_favourite integer not null default 0 check (is_favourite in (0, 1)),
  training_consent integer not null default 0 check (training_consent in (0, 1)),
  cancel_requested integer not null default 0 check (cancel_requested in (0, 1)),
  attempts integer not null default 0,
  failure_code text,
  failure_message text,
  failure_details text check (failure_details is null or json_valid(failure_details)),
  credits_quoted integer not null default 0,
  credits_held integer not null default 0,
  credits_settled integer not null default 0,
  credits_refunded integer not null default 0,
  cloud_id text,
  is_in_cloud integer not null default 0 check (is_in_cloud in (0, 1)),
  cloud_expires_at integer,
  created_at integer not null,
  updated_at integer not null,
  ended_at integer
) strict;
create index generation_by_status on generation (status, sequence);
create index generation_queue on generation (model_id, sequence) where status = 'queued';
create index generation_favourites on generation (sequence) where is_favourite = 1;
create index generation_by_cloud_id on generation (cloud_id) where cloud_id is not null;

create table generation_image (
  generation_sequence integer not null references generation (sequence) on delete cascade,
  position integer not null,
  role text not null check (role in ('first-frame', 'last-frame', 'reference')),
  asset_sequence integer not null references asset (sequence),
  primary key (generation_sequence, position)
) strict, without rowid;
create index generation_image_by_asset on generation_image (asset_sequence);

create table output (
  generation_sequence integer not null references generation (sequence) on delete cascade,
  position integer not null,
  id text not null unique,
  cloud_id text,
  file_path text not null,
  poster_path text,
  mime_type text not null,
  sha256 text not null,
  size_bytes integer not null,
  width integer not null,
  height integer not null,
  duration_ms integer not null,
  fps real not null,
  is_missing integer not null default 0 check (is_missing in (0, 1)),
  saved_at integer not null,
  primary key (generation_sequence, position)
) strict;
create index output_by_duration on output (duration_ms desc, generation_sequence desc) where position = 0;
create index output_by_size on output (size_bytes desc, generation_sequence desc) where position = 0;

create table incoming (
  generation_sequence integer not null references generation (sequence) on delete cascade,
  position integer not null,
  output_id text not null,
  etag text not null,
  primary key (generation_sequence, position)
) strict, without rowid;

create table event (
  id integer primary key,
  generation_sequence integer not null references generation (sequence) on delete cascade,
  at integer not null,
  type text not null,
  status text not null,
  note text not null default ''
) strict;
create index event_by_generation on event (generation_sequence, id);

create table tag (
  id integer primary key,
  name text not null unique,
  created_at integer not null
) strict;

create table generation_tag (
  generation_sequence integer not null references generation (sequence) on delete cascade,
  tag_id integer not null references tag (id) on delete cascade,
  primary key (generation_sequence, tag_id)
) strict, without rowid;
create index generation_tag_by_tag on generation_tag (tag_id);

create table consent (
  id integer primary key,
  at integer not null,
  purpose text not null,
  is_granted integer not null check (is_granted in (0, 1)),
  policy_version text not null default ''
) strict;
create trigger consent_is_append_only before update on consent
begin
  select raise(abort, 'consents are only added');
end;

create table network_request (
  id integer primary key,
  at integer not null,
  method text not null,
  host text not null,
  path text not null,
  purpose text not null,
  data_kinds text not null check (json_valid(data_kinds)),
  bytes_sent integer not null,
  bytes_received integer not null,
  status integer,
  outcome text not null check (outcome in ('ok', 'refused', 'failed', 'cancelled')),
  generation_id text,
  duration_ms real not null
) strict;

create table tombstone (
  kind text not null,
  reference text not null,
  at integer not null,
  primary key (kind, reference)
) strict, without rowid;

create table erasure (
  id text primary key,
  subjects text not null check (json_valid(subjects)),
  state text not null check (state in ('waiting', 'accepted', 'confirmed')),
  requested_at integer not null,
  attempts integer not null default 0,
  next_try_at integer,
  last_error text,
  confirmed_at integer,
  receipt text check (receipt is null or json_valid(receipt))
) strict, without rowid;
create index erasure_by_state on erasure (state, next_try_at);

create virtual table generation_search using fts5 (
  prompt, title, notes, tags,
  tokenize = "unicode61 remove_diacritics 2",
  columnsize = 0
);
insert into generation_search (generation_search, rank) values ('secure-delete', 1);

create virtual table prompt_search using fts5 (
  text,
  tokenize = "unicode61 remove_diacritics 2",
  columnsize = 0
);
insert into prompt_search (prompt_search, rank) values ('secure-delete', 1);
`;
