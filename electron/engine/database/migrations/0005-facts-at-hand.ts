// The facts of clips with all that a count asks of them, so that it never looks at the rows, which hold the prompts. Frozen once
// released.

export const factsAtHand = `
drop index clip_facts;
create index clip_facts on generation
  (sequence, model_id, label, rating, is_favourite, created_at, status, trashed_at)
  where status = 'ready' and trashed_at is null;
`;
