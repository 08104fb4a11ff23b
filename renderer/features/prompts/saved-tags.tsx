// Tags of a kept prompt: taken off by their cross, added from those in use or typed anew.
import type { SavedPromptDetail } from '#shared/contract/saved-prompts.ts';
import { useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { RemovableChip } from '../../ui/chip.tsx';
import { TagIcon } from '../../ui/icons.ts';
import { Popover } from '../../ui/popover.tsx';
import { type TagChoice, TagPicker } from '../../ui/tag-picker.tsx';
import styles from './saved-detail.module.css';

export interface SavedTagsProps {
  readonly prompt: SavedPromptDetail;
  readonly onTag: (tag: string) => void;
}

export function SavedTags({ prompt, onTag }: SavedTagsProps) {
  const t = useTranslate();
  const change = useStudioCommand('savedPrompts.change');
  const known = useStudioQuery('savedPrompts.list', { kind: prompt.kind }).data?.tags ?? [];
  const { id, tags } = prompt;
  const set = (next: string[]) => change.mutate({ id, tags: next });
  const remove = (name: string) => set(tags.filter((tag) => tag !== name));
  const names = [...new Set([...tags, ...known.map(({ name }) => name)])];
  const choices = names.map((name): TagChoice => ({
    name,
    state: tags.includes(name) ? 'all' : 'none',
  }));
  return (
    <div className={styles['tags']}>
      {tags.map((tag) => (
        <RemovableChip
          key={tag}
          label={tag}
          removeLabel={t('prompts:tagRemove', { tag })}
          onRemove={() => remove(tag)}
        />
      ))}
      <Popover
        label={t('organise:tags')}
        placement="bottom start"
        widthPx={260}
        trigger={
          <Button size="xs" variant="ghost" icon={TagIcon}>
            {t('prompts:tagAdd')}
          </Button>
        }
      >
        <TagPicker
          label={t('organise:findTag')}
          tags={choices}
          newLabel={(name) => t('organise:newTag', { name })}
          emptyText={t('organise:noTags')}
          onAdd={(name) => set([...tags, name])}
          onRemove={remove}
        />
      </Popover>
      {tags[0] !== undefined && (
        <Button size="xs" variant="ghost" onPress={() => onTag(tags[0] ?? '')}>
          {t('prompts:tagOthers', { tag: tags[0] })}
        </Button>
      )}
    </div>
  );
}
