// What people need to keep clips in order: the trash, ratings, colour labels. Frozen once released.

export const orderOfClips = `
alter table generation add column trashed_at integer;
alter table generation add column rating integer not null default 0 check (rating between 0 and 5);
alter table generation add column label text
  check (label in ('red', 'orange', 'yellow', 'green', 'blue', 'purple'));

create index generation_in_trash on generation (sequence) where trashed_at is not null;
create index generation_rated on generation (sequence) where rating > 0;
create index generation_labelled on generation (sequence) where label is not null;
`;
