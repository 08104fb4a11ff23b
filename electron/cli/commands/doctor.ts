// `kling5 doctor`: looks at everything the app needs, changes nothing in the library, and says what is wrong in one sentence each.
import type { Check } from '#shared/contract/data.ts';
import type { Command } from '../command.ts';
import {
  checkCloud,
  checkDatabase,
  checkDisk,
  checkHome,
  checkKeychain,
  checkLibrary,
  checkNode,
} from '../health-checks.ts';
import { libraryOf } from '../places.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'Checks this machine, the library and the cloud',
  usage: '',
  options: {},
  run: async ({ output, home, version }) => {
    const library = libraryOf(home);
    const checks: Check[] = [
      checkNode(),
      checkHome(home),
      checkLibrary(library),
      checkDatabase(library),
      await checkDisk(home),
      await checkCloud(home, version),
      await checkKeychain(home),
    ];
    const ok = checks.every((check) => check.ok);
    const failed = checks.find((check) => !check.ok);
    const error = failed ? { error: { code: 'internal', message: failed.message } } : {};
    await output.result(
      { ok, checks, ...error },
      checks.map((check) => `${check.ok ? 'ok    ' : 'FAILED'} ${check.name}: ${check.message}`),
    );
    return ok ? 0 : 1;
  },
};
