// Ctrl/⌘ K: things to do, clips, and places to go, found by typing. Must not do what cannot be undone.
import { type ReactNode, useDeferredValue, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { formatAccelerator } from '#shared/domain/accelerator.ts';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isMac } from '../app/platform.ts';
import { navigate } from '../app/router.ts';
import { clipTitle } from '../clip/clip-words.ts';
import { mediaUrl } from '../engine/media.ts';
import { useStudioQuery } from '../engine/queries.ts';
import { formatShortDate } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { SearchIcon } from '../ui/icons.ts';
import { Kbd } from '../ui/kbd.tsx';
import { MediaFrame } from '../ui/media-frame.tsx';
import { commandIcons, usePlaces } from './command-icons.ts';
import styles from './command-palette.module.css';
import { piecesOf, snippetOf } from './match.ts';
import {
  clipItems,
  type CommandItem,
  commandItems,
  hasOwnTitle,
  isPlace,
  placeItems,
} from './palette-items.ts';
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
  const act = (action: () => void) => {
    onDone();
    action();
  };
  const commands = found.commands.filter(({ id }) => !isPlace(id));
  const screens = found.commands.filter(({ id }) => isPlace(id));
  const parts = placeItems(query, places);
  const count = found.commands.length + found.clips.length + parts.length;
  const row = (item: CommandItem) => (
    <CommandRow key={item.id} item={item} query={query} onAction={() => act(() => run(item.id))} />
  );
  return (
    <>
      <Autocomplete inputValue={query} onInputChange={(text) => setTyped({ text, at: Date.now() })}>
        <SearchField autoFocus aria-label={t('frame.commands')} className={styles['search'] ?? ''}>
          <Icon glyph={SearchIcon} />
          <Input
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
            <Section id="clips" title={t('palette.clips')}>
              {found.clips.map((clip) => (
                <ClipRow
                  key={clip.id}
                  clip={clip}
                  query={query}
                  onAction={() => act(() => navigate({ screen: 'viewer', id: clip.id }))}
                />
              ))}
            </Section>
          )}
          {screens.length + parts.length > 0 && (
            <Section id="places" title={t('palette.goTo')}>
              {screens.map(row)}
              {parts.map(({ id, name, route }) => (
                <MenuItem
                  key={id}
                  id={id}
                  textValue={name}
                  onAction={() => act(() => navigate(route))}
                  className={styles['row'] ?? ''}
                >
                  <Icon glyph={commandIcons[`go.${route.screen}`] ?? SearchIcon} />
                  <Marked text={name} query={query} />
                </MenuItem>
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
  /** From the last letter to the clips; at least 1. */
  readonly tookMs: number;
}

function useFound({ text: query, at }: Typed): Found {
  const chosen = useChosenKeys();
  const search = useDeferredValue(query.trim());
  const page = useStudioQuery(
    'library.page',
    { search, sort: 'newest', favouritesOnly: false, cursor: null, limit: 8 },
    { enabled: search !== '', keepsPrevious: true },
  );
  return {
    commands: commandItems(query, chosen),
    clips: query.trim() === '' ? [] : clipItems(page.data?.items ?? []),
    tookMs: Math.max(1, page.dataUpdatedAt - at),
  };
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ id, title, children }: SectionProps) {
  return (
    <MenuSection id={id}>
      <Header className={styles['heading'] ?? ''}>{title}</Header>
      {children}
    </MenuSection>
  );
}

interface RowProps {
  readonly query: string;
  readonly onAction: () => void;
}

function CommandRow({ item, query, onAction }: RowProps & { readonly item: CommandItem }) {
  return (
    <MenuItem
      id={item.id}
      textValue={item.name}
      onAction={onAction}
      className={styles['row'] ?? ''}
    >
      <Icon glyph={commandIcons[item.id] ?? SearchIcon} />
      <Marked text={item.name} query={query} />
      {item.keys !== null && (
        <Kbd className={styles['end']}>{formatAccelerator(item.keys, isMac(navigator))}</Kbd>
      )}
    </MenuItem>
  );
}

function ClipRow({ clip, query, onAction }: RowProps & { readonly clip: GenerationSummary }) {
  const title = clipTitle(clip);
  return (
    <MenuItem id={clip.id} textValue={title} onAction={onAction} className={styles['row'] ?? ''}>
      <MediaFrame radius="sm" shape="fill" className={styles['thumb']}>
        {clip.output?.hasPoster && (
          <img src={mediaUrl('poster', clip.output.id)} alt="" draggable={false} />
        )}
      </MediaFrame>
      <span className={styles['title']}>
        <Marked text={hasOwnTitle(clip) ? title : snippetOf(clip.prompt, query)} query={query} />
      </span>
      {hasOwnTitle(clip) && (
        <span className={styles['snippet']}>
          “<Marked text={snippetOf(clip.prompt, query)} query={query} />”
        </span>
      )}
      <span className={styles['end']}>{formatShortDate(clip.createdAt)}</span>
    </MenuItem>
  );
}

/** What was typed is drawn stronger. */
function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  return (
    <span>
      {piecesOf(text, query).map((piece, index) =>
        // oxlint-disable-next-line react/no-array-index-key -- pieces have no other identity
        piece.isMatch ? <strong key={index}>{piece.text}</strong> : piece.text,
      )}
    </span>
  );
}

function Foot({ text }: { readonly text: string }) {
  const t = useTranslate();
  return (
    <div className={styles['foot']}>
      <span className={styles['hint']}>
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd>
        {t('palette.move')}
      </span>
      <span className={styles['hint']}>
        <Kbd>↵</Kbd>
        {t('palette.run')}
      </span>
      <span className={styles['figure']} role="status">
        {text}
      </span>
    </div>
  );
}
