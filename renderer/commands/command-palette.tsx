// Ctrl/⌘ K: things to do, clips, and places to go, found by typing. Must not do what cannot be undone.
import { useDeferredValue, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isWindows } from '../app/platform.ts';
import { navigate } from '../app/router.ts';
import { meantClips } from '../clip/meant-clips.ts';
import { useStudioQuery } from '../engine/queries.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { SearchIcon } from '../ui/icons.ts';
import { Kbd } from '../ui/kbd.tsx';
import { usePlaces } from './command-icons.ts';
import styles from './command-palette.module.css';
import { clipItems, type CommandItem, commandItems, isPlace, placeItems } from './palette-items.ts';
import { ClipRow, CommandRow, Foot, PlaceRow, Section } from './palette-rows.tsx';
import { noteAsked, recentFirst, useRecent } from './recent.ts';
import { type RunCommand, useChosenKeys } from './use-command.ts';

export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly run: RunCommand;
}

export function CommandPalette({ isOpen, onOpenChange, run }: CommandPaletteProps) {
  const t = useTranslate();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className={styles['scrim'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={t('frame.commands')} className={styles['palette'] ?? ''}>
          <Palette run={run} onDone={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Palette({ run, onDone }: { readonly run: RunCommand; readonly onDone: () => void }) {
  const t = useTranslate();
  const [typed, setTyped] = useState<Typed>({ text: '', at: 0 });
  const query = typed.text;
  const found = useFound(typed);
  const places = usePlaces();
  const act = (id: string, action: () => void) => {
    noteAsked(id);
    onDone();
    action();
  };
  const commands = found.commands.filter(({ id }) => !isPlace(id));
  const screens = found.commands.filter(({ id }) => isPlace(id));
  const parts = recentFirst(placeItems(query, places), found.asked);
  const count = found.commands.length + found.clips.length + parts.length;
  const row = (item: CommandItem) => (
    <CommandRow
      key={item.id}
      item={item}
      query={query}
      onAction={() => act(item.id, () => run(item.id))}
    />
  );
  return (
    <>
      <Autocomplete inputValue={query} onInputChange={(text) => setTyped({ text, at: Date.now() })}>
        <SearchField autoFocus aria-label={t('frame.commands')} className={styles['search'] ?? ''}>
          <Icon glyph={SearchIcon} />
          <Input
            spellCheck="false"
            placeholder={t('palette.placeholder')}
            className={styles['input'] ?? ''}
            onKeyDown={({ key }) => {
              if (key === 'Escape') onDone(); // also while there are words, which it would only clear
            }}
          />
          <Kbd>Esc</Kbd>
        </SearchField>
        <Menu
          aria-label={t('frame.commands')}
          className={styles['list'] ?? ''}
          renderEmptyState={() => <p className={styles['empty']}>{t('nothingMatches')}</p>}
        >
          {commands.length > 0 && (
            <Section id="commands" title={t('palette.commands')}>
              {commands.map(row)}
            </Section>
          )}
          {found.clips.length > 0 && (
            <Section id="clips" title={t(query === '' ? 'palette.recentClips' : 'palette.clips')}>
              {found.clips.map((clip) => (
                <ClipRow
                  key={clip.id}
                  clip={clip}
                  query={query}
                  onAction={() => act(clip.id, () => navigate({ screen: 'viewer', id: clip.id }))}
                />
              ))}
            </Section>
          )}
          {screens.length + parts.length > 0 && (
            <Section id="places" title={t('palette.goTo')}>
              {screens.map(row)}
              {parts.map((place) => (
                <PlaceRow
                  key={place.id}
                  place={place}
                  query={query}
                  onAction={() => act(place.id, () => navigate(place.route))}
                />
              ))}
            </Section>
          )}
        </Menu>
      </Autocomplete>
      <Foot text={query === '' ? '' : t('palette.found', { count, ms: found.tookMs })} />
    </>
  );
}

interface Typed {
  readonly text: string;
  /** When the last letter came, in milliseconds. */
  readonly at: number;
}

interface Found {
  readonly commands: readonly CommandItem[];
  readonly clips: readonly GenerationSummary[];
  /** What was asked for last. */
  readonly asked: readonly string[];
  /** From the last letter to the clips; at least 1. */
  readonly tookMs: number;
}

function useFound({ text: query, at }: Typed): Found {
  const chosen = useChosenKeys();
  const search = useDeferredValue(query.trim());
  const { asked, clips } = useRecent();
  const opened = useStudioQuery(
    'library.rows',
    { ids: [...clips] },
    { enabled: search === '' && clips.length > 0, keepsPrevious: true },
  );
  const page = useStudioQuery(
    'library.page',
    { search, sort: 'newest', favouritesOnly: false, cursor: null, limit: 8 },
    { enabled: search !== '', keepsPrevious: true },
  );
  return {
    commands: recentFirst(
      commandItems(query, chosen, {
        isWindows: isWindows(navigator),
        hasClips: meantClips().length > 0,
      }),
      asked,
    ),
    clips: clipItems((query.trim() === '' ? opened : page).data?.items ?? []),
    asked,
    tookMs: Math.max(1, page.dataUpdatedAt - at),
  };
}
