// What erasing each suggestion means. Pure.
import { type CleanUp, largeBytes, oldDays } from '#shared/domain/clean-ups.ts';
import type { AskedSubject } from '../../../erase/erase-flow.ts';

const dayMs = 86_400_000;

export function subjectOf(id: CleanUp, nowMs: number): AskedSubject {
  switch (id) {
    case 'trash':
      return { type: 'trash' };
    case 'unrated-year': {
      const madeBefore = new Date(nowMs - oldDays * dayMs).toISOString();
      return { type: 'matching', filter: { madeBefore, ratedAtMost: 0, keepFavourites: true } };
    }
    case 'large-unrated':
      return {
        type: 'matching',
        filter: { largerThanBytes: largeBytes, ratedAtMost: 0, keepFavourites: true },
      };
    case 'logs':
      return { type: 'kind', kind: 'logs' };
    default:
      return id satisfies never;
  }
}
