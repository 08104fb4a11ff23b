// Words of the Assets screen.

export const assets = {
  title: 'Assets',
  list: 'Reference images',
  import: 'Import images…',
  usedBy_one: 'used by {{figure}} clip',
  usedBy_other: 'used by {{figure}} clips',
  unused: 'not used yet',
  facts: '{{width}} × {{height}} · {{bytes}}',
  emptyTitle: 'No assets yet',
  emptyText:
    'Images that clips start from are kept here, on this device. Import some, or drop one on the prompt in Create.',
  toCreate: 'Go to Create',
  added: 'Added {{date}}',
  importing_one: 'Importing {{count}} image',
  importing_other: 'Importing {{count}} images',
  imported_one: '{{count}} image imported.',
  imported_other: '{{count}} images imported.',
  problem: '{{name}}: {{reason}}',
  failedTitle: 'The assets cannot be read at the moment',
  drop: 'Drop to import',
} as const;
