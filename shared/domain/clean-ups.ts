// What could go when space is short, by name, and what counts as large and as old. Each is a plan away from being erased.

export const cleanUps = ['trash', 'unrated-year', 'large-unrated', 'logs'] as const;
export type CleanUp = (typeof cleanUps)[number];

export const largeBytes = 100_000_000;
export const oldDays = 365;
