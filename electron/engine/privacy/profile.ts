// What the user said about themselves and agreed to, as far as this device knows.
import type { Profile } from '#shared/contract/engine.ts';
import { type Clock, isoTime } from '../clock.ts';
import { addConsent, readConsent } from '../database/consents.ts';
import type { Database } from '../database/database.ts';

export function readProfile(db: Database): Profile {
  const age = readConsent(db, 'age');
  return {
    ageConfirmedAt: age?.isGranted ? isoTime(age.atMs) : null,
    trainingConsent: readConsent(db, 'training')?.isGranted === true,
  };
}

/** Once is enough: the date of the first confirmation stays. */
export function confirmAge(db: Database, clock: Clock): Profile {
  db.transaction(() => {
    if (readConsent(db, 'age')?.isGranted !== true) {
      addConsent(db, 'age', { isGranted: true, atMs: clock.now() });
    }
  });
  return readProfile(db);
}
