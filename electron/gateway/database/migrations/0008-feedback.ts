// What people say of results. It goes with the job that it is about. Never changed once released: the next change is a new file.
export const feedback = `
create table feedback (
  generation_id text primary key references generation(id) on delete cascade,
  account_id text not null references account(id),
  verdict text not null check (verdict in ('good', 'poor')),
  reason text,
  at text not null
) strict;
`;
