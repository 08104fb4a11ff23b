// What the user sets about the work of the engine, and what holds until they do. How the window looks is in preferences.ts.

export const fetchElsewhereChoices = ['ask', 'automatic'] as const;
export type FetchElsewhere = (typeof fetchElsewhereChoices)[number];

/** Which clips a rule means; all of it has to be true. Favourites are never meant. */
export interface CleanUpRule {
  /** Neither made nor changed since. */
  readonly olderThanDays: number | null;
  readonly largerThanBytes: number | null;
  readonly onlyUnrated: boolean;
}

export interface StudioSettings {
  /** Results that are fetched side by side. */
  readonly downloadsAtOnce: number;
  /** Of downloads and uploads together; `null` for as fast as it goes. */
  readonly bytesPerSecond: number | null;
  /** How long the network ledger keeps a request; `null` for ever. */
  readonly ledgerDays: number | null;
  /** Whether clips made elsewhere with the same account come by themselves. */
  readonly fetchElsewhere: FetchElsewhere;
  /** How long a clip stays in the trash before it is erased; `null` until somebody empties it. */
  readonly trashDays: number | null;
  /** Moves clips to the trash by itself; `null` while it is off. */
  readonly cleanUp: CleanUpRule | null;
  /** Whether the cloud's copy is erased as soon as a result is on this disk and verified. */
  readonly keepOnlyHere: boolean;
}

export const mostDownloadsAtOnce = 8;
/** Below this a look at a running job would take longer than the pause to the next. */
export const leastBytesPerSecond = 50_000;

export const defaultStudioSettings: StudioSettings = {
  downloadsAtOnce: 3,
  bytesPerSecond: null,
  ledgerDays: 90,
  fetchElsewhere: 'ask',
  trashDays: null,
  cleanUp: null,
  keepOnlyHere: false,
};
