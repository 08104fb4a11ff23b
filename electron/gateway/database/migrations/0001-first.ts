// Accounts, the credit ledger, uploads, jobs with their outputs, erasures with their tombstones.
// Times are ISO 8601 in UTC. Never changed once released: the next change is a new file.
export const first = /* sql */ `
create table setting (
  name text primary key,
  value text not null
) strict;

create table account (
  id text primary key,
  name text not null,
  email text,
  plan text not null,
  created_at text not null
) strict;

create table credit_entry (
  seq integer primary key autoincrement,
  id text not null unique,
  account_id text not null references account(id),
  at text not null,
  type text not null check (type in ('grant', 'hold', 'settle', 'refund', 'purchase')),
  amount integer not null,
  generation_id text
) strict;
create index credit_entry_account on credit_entry(account_id, seq);
create index credit_entry_generation on credit_entry(generation_id);

create table asset (
  account_id text not null references account(id),
  sha256 text not null,
  size_bytes integer not null,
  mime_type text not null,
  width integer not null,
  height integer not null,
  created_at text not null,
  primary key (account_id, sha256)
) strict, without rowid;

create table upload (
  id text primary key,
  account_id text not null references account(id),
  sha256 text not null,
  size_bytes integer not null,
  mime_type text not null,
  created_at text not null,
  unique (account_id, sha256)
) strict;

create table generation (
  seq integer primary key autoincrement,
  id text not null unique,
  account_id text not null references account(id),
  idempotency_key text not null,
  request_digest text not null,
  kind text not null,
  model_id text not null,
  prompt text not null,
  parameters text not null,
  images text not null,
  allows_training integer not null,
  take integer not null,
  status text not null,
  held_credits integer not null,
  settled_credits integer not null,
  refunded_credits integer not null,
  failure_code text,
  failure_message text,
  created_at text not null,
  updated_at text not null,
  unique (account_id, idempotency_key)
) strict;
create index generation_account on generation(account_id, seq);
create index generation_open on generation(status, seq) where status in ('queued', 'running');

create table output (
  id text primary key,
  generation_id text not null references generation(id) on delete cascade,
  position integer not null,
  sha256 text not null,
  mime_type text not null,
  size_bytes integer not null,
  width integer not null,
  height integer not null,
  duration_ms integer not null,
  fps real not null,
  poster_sha256 text,
  poster_bytes integer,
  unique (generation_id, position)
) strict;
create index output_content on output(sha256);
create index output_poster on output(poster_sha256) where poster_sha256 is not null;

create table erasure (
  id text primary key,
  account_id text not null references account(id),
  key text not null,
  request_digest text not null,
  state text not null check (state in ('accepted', 'confirmed')),
  counts text not null,
  requested_at text not null,
  erased_at text,
  unique (account_id, key)
) strict;

-- Digests only: what was erased cannot be read from here, but it cannot come back either.
create table tombstone (
  account_id text not null references account(id),
  kind text not null check (kind in ('generation', 'key')),
  digest text not null,
  primary key (account_id, kind, digest)
) strict, without rowid;

create table erasure_token (
  digest text primary key,
  account_id text not null references account(id),
  expires_at text not null
) strict, without rowid;
`;
