// Indexes for the other orders of the library and for counting what it holds, each over what is in the library and nothing else.
// Frozen once released.

export const ordersAndFacets = `
create index clip_by_title on generation
  (lower(substr(trim(case when title = '' then prompt else title end), 1, 60)), sequence)
  where status = 'ready' and trashed_at is null;
create index clip_by_rating on generation (rating, sequence) where status = 'ready' and trashed_at is null;
create index clip_by_change on generation (updated_at, sequence) where status = 'ready' and trashed_at is null;
create index clip_by_model on generation (model_id, sequence) where status = 'ready' and trashed_at is null;
create index clip_facts on generation (sequence, model_id, label, rating, is_favourite, created_at)
  where status = 'ready' and trashed_at is null;
create index output_facts on output (generation_sequence, width, height, duration_ms, size_bytes) where position = 0;
`;
