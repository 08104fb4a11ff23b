// What the right button offers in a text: spellings, cut, copy, paste. Pure: from what Chromium tells of the place to rows.

export interface TextPlace {
  readonly isEditable: boolean;
  readonly selectionText: string;
  /** Empty when it is spelled right. */
  readonly misspelledWord: string;
  readonly dictionarySuggestions: readonly string[];
  readonly editFlags: Readonly<Record<`can${EditFlag}`, boolean>>;
}
type EditFlag = 'Undo' | 'Redo' | 'Cut' | 'Copy' | 'Paste' | 'SelectAll';

export type TextMenuRow =
  | { readonly type: 'line' }
  /** Said, not offered. */
  | { readonly type: 'words'; readonly label: string }
  | { readonly type: 'spelling'; readonly word: string }
  | { readonly type: 'role'; readonly role: TextRole; readonly isEnabled: boolean }
  | { readonly type: 'checks-spelling'; readonly label: string };
export type TextRole = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll';

const line = { type: 'line' } as const;

/** Empty where there is nothing to offer. */
export function textMenu(place: TextPlace): readonly TextMenuRow[] {
  const { canUndo, canRedo, canCut, canCopy, canPaste, canSelectAll } = place.editFlags;
  if (!place.isEditable) {
    const hasWords = place.selectionText.trim() !== '';
    return hasWords ? [{ type: 'role', role: 'copy', isEnabled: canCopy }] : [];
  }
  return [
    ...spellings(place),
    { type: 'role', role: 'undo', isEnabled: canUndo },
    { type: 'role', role: 'redo', isEnabled: canRedo },
    line,
    { type: 'role', role: 'cut', isEnabled: canCut },
    { type: 'role', role: 'copy', isEnabled: canCopy },
    { type: 'role', role: 'paste', isEnabled: canPaste },
    { type: 'role', role: 'selectAll', isEnabled: canSelectAll },
    line,
    { type: 'checks-spelling', label: 'Check spelling' },
  ];
}

function spellings({ misspelledWord, dictionarySuggestions }: TextPlace): TextMenuRow[] {
  if (misspelledWord === '') return [];
  const rows: TextMenuRow[] =
    dictionarySuggestions.length === 0
      ? [{ type: 'words', label: 'No other spelling known' }]
      : dictionarySuggestions.map((word) => ({ type: 'spelling', word }));
  return [...rows, line];
}
