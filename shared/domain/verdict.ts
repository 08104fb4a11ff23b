// What a person thinks of a result: good or poor, and what about it. Closed lists, so that nothing else can be sent along. Data only.

export const verdicts = ['good', 'poor'] as const;
export type Verdict = (typeof verdicts)[number];
export const isVerdict = (word: string): word is Verdict =>
  verdicts.some((verdict) => verdict === word);

/** What the verdict is about. */
export const verdictReasons = ['prompt', 'motion', 'detail', 'look', 'sound', 'other'] as const;
export type VerdictReason = (typeof verdictReasons)[number];

/**
 * Where a verdict is: on this device alone, on its way (it may have arrived), in the cloud, or in the cloud until that confirms that it
 * is gone.
 */
export const verdictPlaces = ['here', 'sending', 'sent', 'leaving'] as const;
