// Tags of one clip or of many, behind a button: those in use ticked, others found or added by typing.
import type { ReactElement } from 'react';
import type { GenerationId } from '#shared/domain/ids.ts';
import { useStudioQuery } from '../engine/queries.ts';
import { formatCount } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Popover, type PopoverProps } from '../ui/popover.tsx';
import { type TagChoice, TagPicker } from '../ui/tag-picker.tsx';
import type { Organise } from './use-organise.ts';

export interface TagButtonProps {
  readonly ids: readonly GenerationId[];
  readonly organise: Organise;
  /** One `Button` or `IconButton`. */
  readonly trigger: ReactElement;
  readonly placement?: PopoverProps['placement'];
}

export function TagButton({ ids, organise, trigger, placement = 'bottom start' }: TagButtonProps) {
  const t = useTranslate();
  return (
    <Popover label={t('organise:tags')} trigger={trigger} placement={placement} widthPx={260}>
      <Picker ids={ids} organise={organise} />
    </Popover>
  );
}

/** Asks only while it is open. */
function Picker({ ids, organise }: Pick<TagButtonProps, 'ids' | 'organise'>) {
  const t = useTranslate();
  const known = useStudioQuery('tags.list', {}).data;
  const here = useStudioQuery('tags.ofClips', { ids: [...ids] }, { keepsPrevious: true }).data;
  const counts = new Map(here?.items.map(({ name, count }) => [name, count]));
  const names = [...new Set([...counts.keys(), ...(known?.items ?? []).map(({ name }) => name)])];
  const tags = names.map((name): TagChoice => {
    const count = counts.get(name) ?? 0;
    if (count === 0) return { name, state: 'none' };
    if (count === ids.length) return { name, state: 'all' };
    const facts = { some: formatCount(count), total: formatCount(ids.length) };
    return { name, state: 'some', note: t('organise:onSome', facts) };
  });
  return (
    <TagPicker
      label={t('organise:findTag')}
      tags={tags}
      newLabel={(name) => t('organise:newTag', { name })}
      emptyText={t('organise:noTags')}
      onAdd={(name) => void organise.change(ids, { type: 'tag', add: [name], remove: [] })}
      onRemove={(name) => void organise.change(ids, { type: 'tag', add: [], remove: [name] })}
    />
  );
}
