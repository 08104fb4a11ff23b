// Words of the videos among the assets.

export const referenceVideos = {
  kind: 'Kind',
  images: 'Images',
  videos: 'Videos',
  list: 'Reference videos',
  usedBy_one: '{{figure}} clip goes on from it',
  usedBy_other: '{{figure}} clips go on from it',
  emptyTitle: 'No videos of yours yet',
  emptyText:
    'Videos that you import, and clips that others go on from, are here. Open one to use a frame of it, or go on from it in Create.',
  import: 'Import videos…',
  nothingUnused: 'A clip goes on from every video.',
  nothing: 'No video matches “{{query}}”.',
} as const;
