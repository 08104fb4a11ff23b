// Clips by what was thought of them: an index for the search, and one fact more for the counts. Frozen once released.

export const judgedClips = `
create index generation_judged on generation (sequence) where verdict is not null;
drop index clip_facts;
create index clip_facts on generation
  (sequence, model_id, label, rating, is_favourite, verdict, created_at, status, trashed_at)
  where status = 'ready' and trashed_at is null;
`;
