// The list under the search box: when it is open, which line is meant, and what a key does to it. The box keeps the focus.
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { complete, completionAt } from '#shared/domain/query/query-completion.ts';
import { useCollections } from '../../collections/collections-data.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { type Suggestion, suggestionsFor } from './search-suggestions.ts';

export interface SuggestionsInput {
  readonly text: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onChange: (text: string, caret: number) => void;
}

export interface Suggestions {
  readonly listId: string;
  readonly items: readonly Suggestion[];
  /** -1: none is meant, and Enter searches. */
  readonly active: number;
  readonly typed: () => void;
  readonly close: () => void;
  readonly take: (index: number) => void;
  /** To be asked before the box itself; it has no more to do when this stops the event. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What is typed opens it once something is begun; a key that asks for it, in any case. */
type ListState = 'closed' | 'typing' | 'asked';

export function useSuggestions({ text, input, onChange }: SuggestionsInput): Suggestions {
  const t = useTranslate();
  const listId = useId();
  const [state, setState] = useState<ListState>('closed');
  const [active, setActive] = useState(-1);
  const caret = input.current?.selectionStart ?? text.length;
  const completion = state === 'closed' ? null : completionAt(text, caret);
  const isBegun = completion?.kind === 'value' || completion?.typed !== '';
  const counted = useStudioQuery('library.facets', {}, { enabled: completion?.kind === 'value' });
  const collections = useCollections();
  const items =
    completion && (isBegun || state === 'asked')
      ? suggestionsFor(completion, { counts: counted.data?.groups ?? [], collections }, t)
      : [];
  const show = (next: ListState) => {
    setState(next);
    setActive(-1);
  };
  const close = () => show('closed');
  const typed = () => show('typing');
  const take = (index: number) => {
    const choice = items[index]?.choice;
    if (!completion || choice === undefined) return;
    const done = complete(text, completion, choice);
    onChange(done.text, done.caret);
    if (completion.kind === 'value') close();
    else typed();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const act = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (key === 'ArrowDown' && items.length === 0) {
      show('asked');
      return true;
    }
    if (items.length === 0) return false;
    if (key === 'ArrowDown') setActive((active + 1) % items.length);
    else if (key === 'ArrowUp') setActive(active <= 0 ? items.length - 1 : active - 1);
    else if (key === 'Escape') close();
    else if (active >= 0 && (key === 'Enter' || (key === 'Tab' && !shiftKey))) take(active);
    else return false;
    return true;
  };
  return { listId, items, active, typed, close, take, onKeyDown };
}
