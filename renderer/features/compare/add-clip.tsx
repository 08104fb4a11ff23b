// "Add a clip…": the other takes of the first one, then what is in the library, newest first.
import { useMemo } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { useLibraryFilter, useLibraryList } from '../../clip/library-data.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import { formatShortDate } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';

export interface AddClipProps {
  readonly clips: readonly GenerationSummary[];
  readonly onAdd: (id: GenerationId) => void;
  readonly isDisabled: boolean;
}

const noClip = 'none0000' as GenerationId;

/** More would be a search, which the library has. */
const mostOffered = 12;

export function AddClip({ clips, onAdd, isDisabled }: AddClipProps) {
  const t = useTranslate();
  const library = useLibraryList(useLibraryFilter()).first;
  const first = clips[0]?.id;
  const takes = useStudioQuery(
    'clips.takes',
    { id: first ?? noClip },
    { enabled: first !== undefined },
  ).data?.items;
  const offered = useMemo(
    () => offerOf(clips, [...(takes ?? []), ...library]),
    [clips, takes, library],
  );
  return (
    <Menu
      label={t('compare:addMenu')}
      trigger={
        <Button size="sm" isDisabled={isDisabled || offered.length === 0}>
          {t('compare:add')}
        </Button>
      }
      actions={offered.map((clip) => ({
        id: clip.id,
        label: wordsOf(clip, t('compare:take', { number: clip.take })),
        shortcut: formatShortDate(clip.createdAt),
        onAction: () => onAdd(clip.id),
      }))}
    />
  );
}

function offerOf(
  clips: readonly GenerationSummary[],
  known: readonly GenerationSummary[],
): readonly GenerationSummary[] {
  const here = new Set(clips.map(({ id }) => id));
  const unique = new Map(known.map((clip) => [clip.id, clip]));
  return [...unique.values()]
    .filter(({ id, output }) => output !== null && !here.has(id))
    .slice(0, mostOffered);
}

const longestWords = 48;

function wordsOf(clip: GenerationSummary, take: string): string {
  const title = clipTitle(clip).replace(/\s+/g, ' ');
  const short = title.length > longestWords ? `${title.slice(0, longestWords)}…` : title;
  return clip.takeCount > 1 ? `${short}, ${take}` : short;
}
