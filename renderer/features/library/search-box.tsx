// The search box of the library: searches as one types, and offers filters and their values. It is a plain search box to assistive
// technology, tied to its list of suggestions.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { longestSearch } from '#shared/domain/query/edit-query.ts';
import { useLibraryView } from '../../clip/library-view.ts';
import { searchAhead } from '../../clip/search-ahead.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SuggestionList } from '../../ui/suggestion-list.tsx';
import styles from './library-toolbar.module.css';
import { useSuggestions } from './use-suggestions.ts';

/** Keys that follow each other faster than this are one word: its result is looked for once the fingers rest. */
const burstMs = 90;
const pauseMs = 50;

export function SearchBox() {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [typed, change] = useTypedSearch();
  const place = useCaret(input);
  const suggestions = useSuggestions({
    text: typed,
    input,
    onChange: (text, caret) => {
      change(text);
      place(caret);
    },
  });
  const { listId, items, active } = suggestions;
  const isOpen = items.length > 0;
  return (
    <div
      className={styles['search']}
      onKeyDownCapture={suggestions.onKeyDown}
      onBlur={suggestions.close}
    >
      <SearchField
        label={t('library:search')}
        placeholder={t('library:searchPlaceholder')}
        value={typed}
        maxLength={longestSearch}
        inputRef={input}
        inputAria={{
          'aria-autocomplete': 'list',
          'aria-haspopup': 'listbox',
          ...(isOpen && { 'aria-controls': listId }),
          ...(active >= 0 && { 'aria-activedescendant': `${listId}-${active}` }),
        }}
        onChange={(value) => {
          change(value);
          suggestions.typed();
        }}
        hotkey="/"
        className={styles['box']}
      />
      {isOpen && (
        <SuggestionList
          id={listId}
          label={t('find:suggestions')}
          items={items}
          active={active}
          onTake={suggestions.take}
        />
      )}
    </div>
  );
}

/** What is typed, at once; the Library follows when it is answered. More letters that follow at once are waited for. */
function useTypedSearch(): readonly [string, (value: string) => void] {
  const client = useQueryClient();
  const search = useLibraryView((view) => view.search);
  const setFinding = useLibraryView((view) => view.setFinding);
  /** What is being typed; `null` once the Library shows it. */
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);
  const stop = useCallback(() => {
    clearTimeout(timer.current);
    asking.current?.abort();
    setFinding(false);
  }, [setFinding]);
  useEffect(() => stop, [stop]);
  const find = async (value: string) => {
    const own = new AbortController();
    asking.current = own;
    await searchAhead(client, value, own.signal);
    if (own.signal.aborted) return;
    setFinding(false);
    setTyped(null);
  };
  const lastKeyMs = useRef(-burstMs);
  const change = (value: string) => {
    stop();
    setFinding(true);
    const nowMs = performance.now();
    const isBurst = nowMs - lastKeyMs.current < burstMs;
    lastKeyMs.current = nowMs;
    if (value === '' || !isBurst) void find(value);
    else timer.current = setTimeout(() => void find(value), pauseMs);
    setTyped(value);
  };
  return [typed ?? search, change];
}

/** Puts the caret where it belongs as soon as the text is there. */
function useCaret(input: React.RefObject<HTMLInputElement | null>): (caret: number) => void {
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
  return (caret) => {
    wanted.current = caret;
  };
}
