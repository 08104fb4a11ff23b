// Words of the three ways to look at the library.

export const layouts = {
  layout: 'Layout',
  grid: 'Grid',
  list: 'List',
  timeline: 'Timeline',
  headings: 'Columns',
  sortBy: '{{column}}: sort by {{order}}',
  columns: {
    title: 'Title',
    model: 'Model',
    duration: 'Length',
    ratio: 'Ratio',
    date: 'Made',
    size: 'Size',
    rating: 'Rating',
    tags: 'Tags',
  },
  scale: 'Months',
  clips_one: 'clip',
  clips_other: 'clips',
} as const;
