// Collections and saved searches: their limits, and how a name is kept. Pure.

export const longestName = 120;
/** More than anybody looks through in a sidebar. */
export const mostCollections = 1000;
export const mostSavedSearches = 200;

/** One line, no spaces at the ends, none twice; empty when nothing is left. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestName)
    .trim();
}

/** What is done to collections, beside what is done to clips. */
export const collectionChangeTypes = [
  'create-collection',
  'rename-collection',
  'delete-collection',
] as const;
