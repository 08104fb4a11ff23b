// The rows of the palette: a command, a clip, a place, each with what was typed drawn stronger; and its foot.
import type { ReactNode } from 'react';
import { Header, MenuItem, MenuSection } from 'react-aria-components';
import { formatAccelerator } from '#shared/domain/accelerator.ts';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isMac } from '../app/platform.ts';
import { clipTitle } from '../clip/clip-words.ts';
import { mediaUrl } from '../engine/media.ts';
import { formatShortDate } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { SearchIcon } from '../ui/icons.ts';
import { Kbd } from '../ui/kbd.tsx';
import { MediaFrame } from '../ui/media-frame.tsx';
import { commandIcons } from './command-icons.ts';
import styles from './command-palette.module.css';
import { piecesOf, snippetOf } from './match.ts';
import { type CommandItem, hasOwnTitle, type Place } from './palette-items.ts';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ id, title, children }: SectionProps) {
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

export function CommandRow({ item, query, onAction }: RowProps & { readonly item: CommandItem }) {
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

/** Without a title of its own a clip has the whole row for its prompt, and the row ends it. */
const longestOfARow = 160;

export function ClipRow({
  clip,
  query,
  onAction,
}: RowProps & { readonly clip: GenerationSummary }) {
  const title = clipTitle(clip);
  return (
    <MenuItem id={clip.id} textValue={title} onAction={onAction} className={styles['row'] ?? ''}>
      <MediaFrame radius="sm" shape="fill" className={styles['thumb']}>
        {clip.output?.hasPoster && (
          <img src={mediaUrl('poster', clip.output.id)} alt="" draggable={false} />
        )}
      </MediaFrame>
      <span className={styles['title']} dir="auto">
        <Marked
          text={hasOwnTitle(clip) ? title : snippetOf(clip.prompt, query, longestOfARow)}
          query={query}
        />
      </span>
      {hasOwnTitle(clip) && (
        <span className={styles['snippet']} dir="auto">
          “<Marked text={snippetOf(clip.prompt, query)} query={query} />”
        </span>
      )}
      <span className={styles['end']}>{formatShortDate(clip.createdAt)}</span>
    </MenuItem>
  );
}

export function PlaceRow({ place, query, onAction }: RowProps & { readonly place: Place }) {
  return (
    <MenuItem
      id={place.id}
      textValue={place.name}
      onAction={onAction}
      className={styles['row'] ?? ''}
    >
      <Icon glyph={commandIcons[`go.${place.route.screen}`] ?? SearchIcon} />
      <Marked text={place.name} query={query} />
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

export function Foot({ text }: { readonly text: string }) {
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
