// What became of each deletion asked of a cloud: which cloud, whether its receipt is signed, when its backups are gone. And which
// clips are to be kept on this device alone. Frozen once released.

export const cloudErasures = `
alter table erasure add column cause text not null default 'asked' check (cause in ('asked', 'kept-here'));
alter table erasure add column cloud text; -- address, or 'embedded'; null until it was first asked
alter table erasure add column signature_check text
  check (signature_check in ('valid', 'unsigned', 'unknown-key', 'invalid'));
alter table erasure add column signature_key text; -- public, that the receipt was checked with
alter table erasure add column backups_until integer;
alter table erasure add column backups_purged_at integer;

alter table generation add column cloud_erasure_id text; -- the last deletion of its copy in the cloud
alter table generation add column keep_here integer not null default 0 check (keep_here in (0, 1));
create index generation_by_cloud_erasure on generation (cloud_erasure_id) where cloud_erasure_id is not null;
`;
