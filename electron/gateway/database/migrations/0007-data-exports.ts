// Documents with everything that is held of an account, prepared on request. Their files are in the folder "exports".
// Never changed once released: the next change is a new file.
export const dataExports = `
create table data_export (
  id text primary key,
  account_id text not null references account(id),
  requested_at text not null,
  due_at text not null,
  ready_at text,
  expires_at text,
  sha256 text,
  size_bytes integer
) strict;
create index data_export_account on data_export(account_id, requested_at);
`;
