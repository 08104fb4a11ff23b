// Spelling is checked with the dictionary that comes with the app. Must not let Chromium fetch one: that request would go to a server that
// the user was never told of. A Mac has a checker of its own.
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'electron';

const language = 'en-US';
/** As Chromium names it, in the build and in userData. */
export const dictionary = 'en-US-10-1.bdic';
/** Nothing listens there. Should Chromium want another dictionary all the same, its request goes no further. */
const nowhere = 'http://127.0.0.1:9/';

export interface DictionaryPlaces {
  /** userData. */
  readonly home: string;
  /** Of the built main process. */
  readonly folder: string;
}

/** Before the session exists, which looks for it at once. Where it cannot be written, words are not checked, and the app starts. */
export function placeDictionary({ home, folder }: DictionaryPlaces): boolean {
  const [from, to] = [join(folder, dictionary), join(home, 'Dictionaries', dictionary)];
  try {
    if (sizeOf(to) === statSync(from).size) return true;
    mkdirSync(join(home, 'Dictionaries'), { recursive: true });
    copyFileSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

/** In the same turn in which the session is made: it begins with the language of the system. */
export function checkOwnLanguage(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL(nowhere);
  session.setSpellCheckerLanguages([language]);
}
