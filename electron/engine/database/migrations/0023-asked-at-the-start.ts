// What every start asks: the jobs that ended without a clip, the clips in the trash, and requests that a crash cut off. From indexes that
// hold those alone, in place of a list that is put in order and rows that are read for nothing. Frozen once released.

export const askedAtTheStart = `
create index generation_without_clip on generation (ended_at, sequence)
  where status in ('failed', 'refused', 'cancelled', 'expired');
drop index generation_in_trash;
create index generation_in_trash on generation (sequence, status) where trashed_at is not null;
create index network_request_unended on network_request (id) where duration_ms = -1;
`;
