// `kling5 verify`: checks an archive, with no library and no engine.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { verifyArchive } from '../../engine/archive/verify/verify.ts';
import type { Command } from '../command.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Checks an exported archive, every byte of it',
  usage: '<file.zip>',
  options: {},
  positionals: ['file.zip'],
  run: async ({ positionals, output, signal }) => {
    const file = resolve(positionals[0] ?? '');
    if (!existsSync(file)) throw new AppError('file-missing', `There is no file ${file}.`);
    const { ok, checks, code, entries, sizeBytes } = await verifyArchive(file, { signal });
    const failed = checks.find((check) => !check.ok);
    const error = code && failed ? { error: { code, message: failed.message } } : {};
    await output.result(
      { ok, checks, file, entries, sizeBytes, ...error },
      checks.map((check) => `${check.ok ? 'ok    ' : 'FAILED'} ${check.name}: ${check.message}`),
    );
    return ok ? 0 : 1;
  },
};
