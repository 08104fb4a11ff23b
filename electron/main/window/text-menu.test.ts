import { expect, it } from 'vitest';
import { textMenu, type TextPlace } from './text-menu.ts';

const place: TextPlace = {
  isEditable: true,
  selectionText: '',
  misspelledWord: '',
  dictionarySuggestions: [],
  editFlags: {
    canUndo: true,
    canRedo: false,
    canCut: false,
    canCopy: false,
    canPaste: true,
    canSelectAll: true,
  },
};
const roles = (given: TextPlace) =>
  textMenu(given).flatMap((row) => (row.type === 'role' ? [row.role] : []));

it('offers the usual in a text that can be changed', () => {
  expect(roles(place)).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']);
  expect(textMenu(place)).toContainEqual({ type: 'role', role: 'redo', isEnabled: false });
  expect(textMenu(place)[0]).toMatchObject({ role: 'undo' });
});

it('begins with other spellings of a word that is spelled wrong', () => {
  const wrong = { ...place, misspelledWord: 'brigth', dictionarySuggestions: ['bright', 'Bright'] };
  expect(textMenu(wrong).slice(0, 3)).toEqual([
    { type: 'spelling', word: 'bright' },
    { type: 'spelling', word: 'Bright' },
    { type: 'line' },
  ]);
  const unknown = { ...wrong, dictionarySuggestions: [] };
  expect(textMenu(unknown)[0]).toMatchObject({ type: 'words' });
});

it('copies what is selected elsewhere, and offers nothing on a bare place', () => {
  const elsewhere = { ...place, isEditable: false };
  expect(textMenu(elsewhere)).toEqual([]);
  const editFlags = { ...place.editFlags, canCopy: true };
  expect(roles({ ...elsewhere, editFlags, selectionText: 'k7f3q2' })).toEqual(['copy']);
});
