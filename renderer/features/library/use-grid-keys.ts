// What each key does in the grid. The card that has the focus is what counts, whatever was clicked before.
import { type KeyboardEvent, useRef } from 'react';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { Selection, SelectionAction } from '../../clip/selection.ts';
import { moveFocus, moveOf } from './grid-keys.ts';
import type { GridRow } from './grid-layout.ts';
import { findByTitle, typeAheadPauseMs } from './type-ahead.ts';

export interface GridKeysInput {
  readonly ids: readonly string[];
  /** `null` of a clip that is not read: typing passes over it. */
  readonly titleOf: (id: string) => string | null;
  readonly rows: readonly GridRow[];
  readonly pageRows: () => number;
  readonly selection: Selection;
  readonly onSelect: (action: SelectionAction) => void;
  readonly onSelectAll: () => void;
  readonly onOpen: (id: string) => void;
  /** The clip with the focus, or all that are selected when it is one of them. */
  readonly onTrash: (ids: readonly string[]) => void;
  /** Stars for the same; absent in the trash. */
  readonly onRate: ((ids: readonly GenerationId[], rating: number) => void) | undefined;
  /** Moves clips within their collection; absent where there is no such order. */
  readonly onStep: ((ids: readonly GenerationId[], step: -1 | 1) => void) | undefined;
  /** Up and down are earlier and later, too. */
  readonly isList: boolean;
  /** Scrolls there and puts the focus there. */
  readonly moveTo: (index: number) => void;
}

export function useGridKeys(input: GridKeysInput): (event: KeyboardEvent<HTMLElement>) => void {
  const typed = useRef({ word: '', at: 0 });
  return (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches('[role="gridcell"]')) return;
    const id = target.dataset['clip'] ?? '';
    if (
      act(event, id, input) ||
      move(event, id, input) ||
      rate(event, id, input, typed.current) ||
      typeAhead(event, id, input, typed.current)
    ) {
      event.preventDefault();
    }
  };
}

function act(event: KeyboardEvent, id: string, input: GridKeysInput): boolean {
  const { selection, onSelect } = input;
  const withControl = event.ctrlKey || event.metaKey;
  const step = stepOf(event.key, input.isList);
  if (event.key === 'Enter') input.onOpen(id);
  else if (event.key === ' ' && event.shiftKey) onSelect({ type: 'range', id, order: input.ids });
  else if (event.key === ' ') onSelect({ type: 'toggle', id });
  else if (event.key.toLowerCase() === 'a' && withControl) input.onSelectAll();
  else if (isTrashKey(event))
    input.onTrash(selection.picked.has(id) ? [...selection.picked] : [id]);
  else if (event.altKey && step !== null) input.onStep?.(meant(id, input), step);
  else if (event.key === 'Escape' && selection.picked.size > 0) onSelect({ type: 'clear' });
  else return false;
  return true;
}

function stepOf(key: string, isList: boolean): -1 | 1 | null {
  if (key === 'ArrowLeft' || (isList && key === 'ArrowUp')) return -1;
  return key === 'ArrowRight' || (isList && key === 'ArrowDown') ? 1 : null;
}

/** All that are selected when this is one of them. */
function meant(id: string, { selection }: GridKeysInput): readonly GenerationId[] {
  return (selection.picked.has(id) ? [...selection.picked] : [id]) as GenerationId[];
}

/** As in the file managers: Delete, and ⌘⌫ on a Mac. */
function isTrashKey({ key, metaKey }: KeyboardEvent): boolean {
  return key === 'Delete' || (key === 'Backspace' && metaKey);
}

function move(event: KeyboardEvent, id: string, input: GridKeysInput): boolean {
  const wanted = moveOf(event.key, event.ctrlKey || event.metaKey);
  if (wanted === null || event.altKey) return false;
  const { ids, rows, pageRows, onSelect } = input;
  const from = ids.indexOf(id);
  const to = moveFocus({ rows, length: ids.length, from, move: wanted, pageRows: pageRows() });
  const target = ids[to];
  if (target === undefined) return true;
  if (event.shiftKey) onSelect({ type: 'range', id: target, order: ids });
  else onSelect({ type: 'focus', id: target });
  input.moveTo(to);
  return true;
}

interface Typed {
  word: string;
  at: number;
}

/** A digit within a word that is being typed belongs to the word. */
function rate(event: KeyboardEvent, id: string, input: GridKeysInput, typed: Typed): boolean {
  const isTyping = typed.word !== '' && event.timeStamp - typed.at < typeAheadPauseMs;
  if (isTyping || !input.onRate || !/^[0-5]$/u.test(event.key) || hasModifier(event)) return false;
  input.onRate(meant(id, input), Number(event.key));
  return true;
}

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey;

function typeAhead(event: KeyboardEvent, id: string, input: GridKeysInput, typed: Typed): boolean {
  const isLetter = event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key);
  if (!isLetter || hasModifier(event)) return false;
  typed.word = event.timeStamp - typed.at < typeAheadPauseMs ? typed.word + event.key : event.key;
  typed.at = event.timeStamp;
  const to = findByTitle(input, typed.word, input.ids.indexOf(id));
  const target = input.ids[to];
  if (target === undefined) return true;
  input.onSelect({ type: 'focus', id: target });
  input.moveTo(to);
  return true;
}
