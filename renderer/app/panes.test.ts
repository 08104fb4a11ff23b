import { describe, expect, it } from 'vitest';
import { nextPane } from './panes.ts';

describe('nextPane', () => {
  const all = ['sidebar', 'toolbar', 'content', 'inspector'] as const;

  it('goes round in reading order', () => {
    expect(nextPane(all, 'sidebar', 1)).toBe('toolbar');
    expect(nextPane(all, 'inspector', 1)).toBe('sidebar');
    expect(nextPane(all, 'sidebar', -1)).toBe('inspector');
  });

  it('leaves out what is not there', () => {
    expect(nextPane(['content', 'sidebar'], 'sidebar', 1)).toBe('content');
    expect(nextPane(['content', 'sidebar'], 'content', 1)).toBe('sidebar');
    expect(nextPane(['content', 'facets', 'toolbar'], 'toolbar', 1)).toBe('facets');
  });

  it('starts at the near end when nothing has the focus', () => {
    expect(nextPane(all, null, 1)).toBe('sidebar');
    expect(nextPane(all, null, -1)).toBe('inspector');
  });

  it('has nowhere to go without panes', () => {
    expect(nextPane([], null, 1)).toBeNull();
  });
});
