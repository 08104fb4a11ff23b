// The user's answers, purpose by purpose: the newest one counts, every one is kept. Sends nothing and stops nothing by itself.
import type { Choices } from '#shared/contract/choices.ts';
import { type ChoicePurpose, choicePurposes, isAllowedAtFirst } from '#shared/domain/choices.ts';
import { type Clock, isoTime } from '../clock.ts';
import { addConsent, readConsent } from '../database/consents.ts';
import type { Database } from '../database/database.ts';

export interface ChoiceBook {
  allows(purpose: ChoicePurpose): boolean;
  list(): Choices;
  /** On disk when it returns. Saying the same again adds nothing. */
  set(purpose: ChoicePurpose, isAllowed: boolean): void;
  onChange(listener: () => void): void;
}

export function createChoiceBook(db: Database, clock: Pick<Clock, 'now'>): ChoiceBook {
  const listeners: (() => void)[] = [];
  const allows = (purpose: ChoicePurpose) =>
    readConsent(db, purpose)?.isGranted ?? isAllowedAtFirst[purpose];
  return {
    allows,
    list: () => ({
      items: choicePurposes.map((purpose) => {
        const answer = readConsent(db, purpose);
        return {
          purpose,
          isAllowed: allows(purpose),
          decidedAt: answer ? isoTime(answer.atMs) : null,
        };
      }),
    }),
    set: (purpose, isAllowed) => {
      if (allows(purpose) === isAllowed) return;
      db.transaction(() => {
        addConsent(db, purpose, { isGranted: isAllowed, atMs: clock.now() });
        if (purpose === 'training' && !isAllowed) withdrawFromWaiting(db);
      });
      for (const listener of listeners) listener();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

/** Jobs that were never sent go with the answer that counts now. A job that may have been sent keeps its own: its key names one wish. */
function withdrawFromWaiting(db: Database): void {
  db.run(
    `update generation set training_consent = 0
     where training_consent = 1 and status in ('queued', 'uploading')`,
  );
}
