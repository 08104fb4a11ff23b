// What a receipt says besides numbers, and the backups that an erasure leaves until their time has come.
// Never changed once released: the next change is a new file.
export const erasureReceipts = `
alter table erasure add column subjects_sha256 text not null default '';
alter table erasure add column place text not null default ''; -- who erased, in which region
alter table erasure add column retained text not null default '[]'; -- JSON, beyond what is always retained
alter table erasure add column backups_until text;
alter table erasure add column backups_purged_at text;

-- The backups: rows as they were, and the names of their files in the folder "backups".
create table backup (
  seq integer primary key autoincrement,
  erasure_id text not null references erasure(id),
  kind text not null check (kind in ('generation', 'asset')),
  content text not null,
  files text not null
) strict;
create index backup_erasure on backup(erasure_id);
`;
