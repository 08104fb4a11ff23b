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
  /** As the clips were put by hand; only within a collection, elsewhere it is `newest`. */
  'manual',
] as const;
export type SortOrder = (typeof sortOrders)[number];
