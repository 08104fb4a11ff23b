import { describe, expect, it } from 'vitest';
import type { TaskState } from '#shared/contract/data.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { createTranslate } from '../../../i18n/translate.ts';
import { outcomeOf, problemOf, questionWords } from './import-words.ts';

const t = createTranslate();
const row = (added: number, present = 0, conflicts = 0) => ({ added, present, conflicts });

describe('questionWords', () => {
  it('says the amount of what people look for', () => {
    expect(questionWords(t, [{ kind: 'outputs', count: 1 }])).toBe('Import 1 clip?');
    expect(
      questionWords(t, [
        { kind: 'assets', count: 2400 },
        { kind: 'prompts', count: 3 },
      ]),
    ).toBe('Import 2,400 assets?');
  });

  it('does not ask for what is not there', () => {
    expect(questionWords(t, [])).toBe('Nothing new in this archive');
  });
});

describe('outcomeOf', () => {
  it('says what came in, what was here, and what the engine remarked', () => {
    const outcome = outcomeOf(t, {
      counts: { outputs: row(2, 1), generations: row(2, 1), prompts: row(1) },
      notes: ['2 files missing here came back.'],
    });
    expect(outcome.headline).toBe('Imported: 2 clips and 1 prompt.');
    expect(outcome.sentences).toEqual(['Here already: 1 clip.', '2 files missing here came back.']);
  });

  it('says that nothing was new, once', () => {
    const outcome = outcomeOf(t, { counts: { outputs: row(0, 5) }, notes: [] });
    expect(outcome.headline).toBe('Nothing new: all of it was here already.');
    expect(outcome.sentences).toEqual([]);
  });

  it('does not hide records that came without clips', () => {
    const { headline } = outcomeOf(t, { counts: { 'network-requests': row(7) }, notes: [] });
    expect(headline).toContain('7 records');
  });
});

describe('problemOf', () => {
  const error = { code: 'archive-damaged', message: 'The file is empty.' } as const;
  const task = (phase: string): TaskState => ({
    id: 'abcdefgh' as TaskId,
    kind: 'import',
    state: 'failed',
    phase,
    doneBytes: 0,
    totalBytes: 0,
    error,
    result: null,
  });

  it('says what is wrong with the archive and what to do', () => {
    const { what, next } = problemOf(t, error);
    expect(what).toBe('The file is empty.');
    expect(next).toMatch(/^Nothing was changed\. .*another copy/);
  });

  it('does not say that nothing was changed once something was', () => {
    expect(problemOf(t, error, task('verify')).next).toContain('Nothing was changed');
    expect(problemOf(t, error, task('import')).next).not.toContain('Nothing was changed');
  });

  it('does not speak of clips when the archive itself is gone', () => {
    const { what } = problemOf(t, { code: 'file-missing', message: 'ENOENT' });
    expect(what).toBe('The archive is not where it was.');
  });
});
