// Words of what a clip came from and what came of it.

export const lineage = {
  title: 'Lineage',
  madeFrom: 'Made from',
  madeOfIt: 'Made from it',
  parentGone: 'The clip that it was made from is not in the library any more.',
  more: 'and {{count, number}} more',
} as const;
