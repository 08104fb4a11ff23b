// Which back-end a job belongs to, and what that back-end keeps about it over restarts.
// Never changed once released: the next change is a new file.
export const providers = /* sql */ `
alter table generation add column backend text not null default 'demo';

create table render_memory (
  generation_id text primary key references generation(id) on delete cascade,
  content text not null
) strict, without rowid;
`;
