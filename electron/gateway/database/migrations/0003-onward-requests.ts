// What the gateway asked of a provider, until the app has taken it into its ledger.
// Never changed once released: the next change is a new file.
export const onwardRequests = /* sql */ `
create table onward_request (
  seq integer primary key autoincrement,
  ended_seq integer unique, -- in the order of the ends; null while it is under way
  at text not null,
  method text not null,
  host text not null,
  path text not null,
  purpose text not null,
  data_kinds text not null,
  bytes_sent integer not null,
  bytes_received integer not null default 0,
  status integer,
  outcome text not null default 'failed',
  duration_ms real not null default 0,
  generation_id text
) strict;
`;
