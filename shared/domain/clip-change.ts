// What a person does with clips to keep them in order, for one clip and for ten thousand alike. Data and limits only.

export const labels = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
export type Label = (typeof labels)[number];

export function isLabel(value: string): value is Label {
  return labels.some((label) => label === value);
}

export const highestRating = 5;
export const longestTitle = 200;
export const longestNotes = 20_000;
export const longestTag = 60;
/** On one clip, given at once. */
export const mostTags = 50;
/** In one call; more than any library that is selected as a whole. */
export const mostClipsAtOnce = 250_000;

export const clipChangeTypes = [
  'favourite',
  'rate',
  'label',
  'title',
  'notes',
  'tag',
  'trash',
  'restore',
  'collect',
  'uncollect',
  'arrange',
] as const;

/** As a tag is kept: one line, no spaces at the ends, none twice. Empty when nothing is left. */
export function tidyTag(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestTag)
    .trim();
}
