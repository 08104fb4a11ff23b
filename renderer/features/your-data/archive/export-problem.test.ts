import { expect, it } from 'vitest';
import { createTranslate } from '../../../i18n/translate.ts';
import { exportProblem } from './export-problem.ts';

const words = (code: Parameters<typeof exportProblem>[1]['code'], message = '') =>
  exportProblem(createTranslate(), { code, message });

it('speaks of the place of the archive, and of no clip', () => {
  expect(words('file-missing')).toBe(
    'The folder that you chose is not there any more. Nothing was changed. Choose another place.',
  );
  expect(words('disk-read-only')).toBe(words('permission-denied'));
});

it('says what the engine found out about a full disk', () => {
  expect(words('disk-full', '2 GB needed, 1 GB free.')).toBe('2 GB needed, 1 GB free.');
});
