// Requests about one's own data: what can be asked for, and by when it has to be answered. Pure.

export const privacyRequestKinds = [
  'access',
  'correct',
  'erase',
  'restrict',
  'object',
  'export',
  'withdraw',
  'other',
] as const;
export type PrivacyRequestKind = (typeof privacyRequestKinds)[number];

export const longestRequest = 2000;

/** One calendar month after it was sent (GDPR, article 12.3), or the last day of a shorter month. Milliseconds since 1970, in UTC. */
export function answerDueMs(sentAtMs: number): number {
  const sent = new Date(sentAtMs);
  const due = new Date(sentAtMs);
  due.setUTCMonth(sent.getUTCMonth() + 1);
  if (due.getUTCDate() !== sent.getUTCDate()) due.setUTCDate(0);
  return due.getTime();
}
