// What a line of an archive says of the user's verdict on a clip, and of where that is. Data only.
import type { Column } from './entity.ts';

export const verdictColumns = {
  verdict: { kind: 'text?', description: 'good or poor', since: 17 },
  verdictReason: { kind: 'text?', description: 'What the verdict is about', since: 17 },
  verdictPlace: {
    kind: 'text',
    description: 'here, sending (it may have arrived in the cloud) or sent',
    since: 17,
    before: 'here',
  },
  verdictSentAt: { kind: 'time?', since: 17 },
  verdictErasureId: {
    kind: 'text?',
    description: 'id in erasures.jsonl: the last deletion of the verdict in the cloud',
    since: 17,
  },
} as const satisfies Readonly<Record<string, Column>>;
