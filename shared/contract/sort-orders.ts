// In which orders the library can be looked at. Data only.

export const sortOrders = [
  'newest',
  'oldest',
  'title',
  'rating',
  'changed',
  'longest',
  'shortest',
  'largest',
  'smallest',
  'title-reverse',
  'rating-reverse',
  'model',
  'model-reverse',
  'widest',
  'tallest',
  /** By the first of its tags; without one last. */
  'tags',
  'tags-reverse',
  /** As the clips were put by hand; only within a collection, elsewhere it is `newest`. */
  'manual',
] as const;
export type SortOrder = (typeof sortOrders)[number];
