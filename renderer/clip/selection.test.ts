import { describe, expect, it } from 'vitest';
import { noSelection, select, type SelectionAction } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const after = (...actions: SelectionAction[]) => actions.reduce(select, noSelection);
const picked = (...actions: SelectionAction[]) => [...after(...actions).picked].sort();

describe('select', () => {
  it('moves the focus without touching what is picked', () => {
    const selection = after({ type: 'toggle', id: 'a' }, { type: 'focus', id: 'c' });
    expect([...selection.picked]).toEqual(['a']);
    expect(selection.current).toBe('c');
  });

  it('keeps the same object when the focus stays', () => {
    const selection = after({ type: 'focus', id: 'a' });
    expect(select(selection, { type: 'focus', id: 'a' })).toBe(selection);
  });

  it('adds what a rectangle touches to what was there, and gives that back as it was', () => {
    const base = after({ type: 'toggle', id: 'a' }, { type: 'toggle', id: 'b' });
    const drawn = select(base, { type: 'band', base, ids: ['d', 'e'] });
    expect([...drawn.picked].sort()).toEqual(['a', 'b', 'd', 'e']);
    expect(drawn.anchor).toBe('d');
    const smaller = select(drawn, { type: 'band', base, ids: ['d'] });
    expect([...smaller.picked].sort()).toEqual(['a', 'b', 'd']);
    expect(select(smaller, { type: 'band', base, ids: [] })).toBe(base);
  });

  it('picks one instead of others', () => {
    expect(picked({ type: 'all', order }, { type: 'pick-only', id: 'b' })).toEqual(['b']);
  });

  it('takes a picked one off again', () => {
    expect(picked({ type: 'toggle', id: 'a' }, { type: 'toggle', id: 'b' })).toEqual(['a', 'b']);
    expect(picked({ type: 'toggle', id: 'a' }, { type: 'toggle', id: 'a' })).toEqual([]);
  });

  it('picks from the anchor to either side, and a second range replaces the first', () => {
    const anchored = { type: 'pick-only', id: 'c' } as const;
    expect(picked(anchored, { type: 'range', id: 'e', order })).toEqual(['c', 'd', 'e']);
    expect(
      picked(anchored, { type: 'range', id: 'e', order }, { type: 'range', id: 'b', order }),
    ).toEqual(['b', 'c']);
  });

  it('starts a range at the focus when nothing is picked', () => {
    expect(picked({ type: 'focus', id: 'b' }, { type: 'range', id: 'd', order })).toEqual([
      'b',
      'c',
      'd',
    ]);
  });

  it('picks only the one when the anchor is gone', () => {
    expect(picked({ type: 'pick-only', id: 'x' }, { type: 'range', id: 'd', order })).toEqual([
      'd',
    ]);
  });

  it('clears what is picked and keeps the focus', () => {
    const selection = after({ type: 'all', order }, { type: 'focus', id: 'd' }, { type: 'clear' });
    expect(selection.picked.size).toBe(0);
    expect(selection.current).toBe('d');
  });
});
