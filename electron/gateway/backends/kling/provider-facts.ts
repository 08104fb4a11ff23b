// What is known about the Kling open platform apart from its models: hosts, limits, words. Every fact says how sure it is:
// `documented` was read in the platform's own words, `secondary` has one other source, `unchecked` is a guess to be careful
// with. A correction is made here and nowhere else.

export type Confidence = 'documented' | 'secondary' | 'unchecked';

export interface Fact<Value> {
  readonly value: Value;
  readonly confidence: Confidence;
}

export type KlingRegion = 'global' | 'china';

export const apiOrigins = {
  value: {
    global: 'https://api-singapore.klingai.com',
    china: 'https://api-beijing.klingai.com',
  },
  confidence: 'documented',
} as const satisfies Fact<Record<KlingRegion, string>>;

/** Domains, subdomains included, that results may be fetched from: those that published answers show. */
export const downloadDomains: Fact<readonly string[]> = {
  value: ['klingai.com', 'kechuangai.com', 'inkwai.com', 'kwimgs.com'],
  confidence: 'secondary',
};

/** Results are removed so long after they were made. */
export const retentionMs: Fact<number> = { value: 30 * 24 * 3_600_000, confidence: 'documented' };

/** How long a task may say that it succeeded and show no video before that is its end. */
export const emptyGraceMs: Fact<number> = { value: 10 * 60_000, confidence: 'unchecked' };

/** Tasks in one query. The platform states no limit; this keeps the URL short. */
export const tasksPerQuery: Fact<number> = { value: 50, confidence: 'unchecked' };

/** Tasks of one model at once; the account's pack decides, and its answers correct this. */
export const concurrencyPerModel: Fact<number> = { value: 3, confidence: 'unchecked' };

/** Lifetime of a signed token, and how far its start lies back, in seconds. */
export const tokenLifetime = {
  value: { validS: 1_800, backdatedS: 5 },
  confidence: 'documented',
} as const satisfies Fact<{ validS: number; backdatedS: number }>;

/** How a task that failed while it ran says that its content was refused: there is no code, only words. */
export const refusalWords: Fact<RegExp> = {
  value: /risk control|content (?:safety|policy|security)|sensitive|violat|\b130[01]\b/i,
  confidence: 'unchecked',
};

/** How the refusal of a second task with the same external id reads. */
export const duplicateWords: Fact<RegExp> = {
  value: /external_?task_?id/i,
  confidence: 'unchecked',
};
