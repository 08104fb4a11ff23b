// Clips that the same account made elsewhere and that only the cloud has. A table of its own: the library holds what is on this disk,
// and a list that the cloud tells must not be able to change it. Frozen once released.

export const cloudClips = `
create table cloud_clip (
  id text primary key, -- the id that the clip will have in the library
  output_id text not null unique, -- and that of its first result; names the poster
  account_id text not null,
  cloud_id text not null unique,
  idempotency_key text not null,
  kind text not null check (kind in ('text-to-video', 'image-to-video')),
  model_id text not null,
  prompt text not null,
  parameters text not null check (json_valid(parameters)),
  credits_settled integer not null,
  size_bytes integer not null, -- of all its results
  duration_ms integer not null,
  width integer not null,
  height integer not null,
  poster_path text,
  created_at integer not null,
  expires_at integer,
  is_gone integer not null default 0 check (is_gone in (0, 1)) -- swept with its poster
) strict, without rowid;
create index cloud_clip_by_expiry on cloud_clip (account_id, expires_at, created_at);
create index cloud_clip_by_key on cloud_clip (idempotency_key);

-- What was here and was erased does not come back by itself, whichever way it was erased.
create trigger generation_buried after delete on generation
begin
  insert or ignore into tombstone (kind, reference, at)
    values ('job-key', old.idempotency_key, cast(unixepoch('subsec') * 1000 as integer));
  insert or ignore into tombstone (kind, reference, at)
    select 'cloud-job', old.cloud_id, cast(unixepoch('subsec') * 1000 as integer)
    where old.cloud_id is not null;
  update cloud_clip set is_gone = 1, prompt = '', parameters = '{}'
    where idempotency_key = old.idempotency_key;
end;

-- On this disk now; the row of the result names the poster.
create trigger cloud_clip_fetched after insert on output
begin
  update cloud_clip set is_gone = 1, prompt = '', parameters = '{}' where idempotency_key =
    (select idempotency_key from generation where sequence = new.generation_sequence);
end;
`;
