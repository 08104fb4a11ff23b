// What the user sets about the work of the engine, and what holds until they do. How the window looks is in preferences.ts.

export const fetchElsewhereChoices = ['ask', 'automatic'] as const;
export type FetchElsewhere = (typeof fetchElsewhereChoices)[number];

export interface StudioSettings {
  /** Results that are fetched side by side. */
  readonly downloadsAtOnce: number;
  /** Of downloads and uploads together; `null` for as fast as it goes. */
  readonly bytesPerSecond: number | null;
  /** How long the network ledger keeps a request; `null` for ever. */
  readonly ledgerDays: number | null;
  /** Whether clips made elsewhere with the same account come by themselves. */
  readonly fetchElsewhere: FetchElsewhere;
}

export const mostDownloadsAtOnce = 8;
/** Below this a look at a running job would take longer than the pause to the next. */
export const leastBytesPerSecond = 50_000;

export const defaultStudioSettings: StudioSettings = {
  downloadsAtOnce: 3,
  bytesPerSecond: null,
  ledgerDays: 90,
  fetchElsewhere: 'ask',
};
