import { describe, expect, it } from 'vitest';
import { errorCodes } from '#shared/errors.ts';
import { createTranslate } from './translate.ts';

describe('createTranslate', () => {
  const t = createTranslate();

  it('speaks common words without an area', () => {
    expect(t('cancel')).toBe('Cancel');
    expect(t('nav.yourData')).toBe('Your data');
  });

  it('finds the words of an area', () => {
    expect(t('create:generate')).toBe('Generate');
    expect(t('yourData:tabs.ledger')).toBe('Network ledger');
  });

  it('puts values in as they are', () => {
    expect(t('removeNamed', { name: '<Kiln & clay>' })).toBe('Remove <Kiln & clay>');
  });

  it('knows one from many', () => {
    expect(t('queue:afterJobs', { count: 1 })).toBe('After 1 job');
    expect(t('queue:afterJobs', { count: 3 })).toBe('After 3 jobs');
  });

  it('groups the digits of large counts', () => {
    expect(t('organise:trashed', { count: 12_345 })).toBe('12,345 clips moved to the trash.');
    expect(t('library:selected', { count: 10_000 })).toBe('10,000 selected');
  });

  it.each(errorCodes)('has a calm sentence for %s', (code) => {
    const words = t(`errors:${code}`);
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(words).not.toContain('!');
  });
});
