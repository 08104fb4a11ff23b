// How a clip is kept in order, as sections of an inspector: rating and label, tags. Used beside the grid and beside the player.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { InspectorSection } from '../app/inspector.tsx';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Button } from '../ui/button.tsx';
import { RemovableChip } from '../ui/chip.tsx';
import { PlusIcon } from '../ui/icons.ts';
import { KeyValues } from '../ui/key-values.tsx';
import { LabelPicker } from '../ui/label-picker.tsx';
import { Rating } from '../ui/rating.tsx';
import styles from './order-sections.module.css';
import { TagButton } from './tag-button.tsx';
import type { Organise } from './use-organise.ts';

export interface MarksSectionProps {
  readonly clip: GenerationSummary;
  readonly organise: Organise;
}

export function MarksSection({ clip, organise }: MarksSectionProps) {
  const t = useTranslate();
  // the colour is said in words as well
  const labelName =
    clip.label === null
      ? t('organise:label')
      : t('organise:labelled', { label: t(`organise:labels.${clip.label}`) });
  return (
    <InspectorSection>
      <KeyValues
        isCentred
        pairs={[
          {
            id: 'rating',
            name: t('organise:rating'),
            value: (
              <Rating
                name={t('organise:rating')}
                value={clip.rating}
                onChange={(rating) => void organise.change([clip.id], { type: 'rate', rating })}
                nameOf={(count) => t('organise:stars', { count })}
                clearLabel={t('organise:takeRatingOff')}
              />
            ),
          },
          {
            id: 'label',
            name: labelName,
            value: (
              <LabelPicker
                name={t('organise:label')}
                value={clip.label}
                onChange={(label) => void organise.change([clip.id], { type: 'label', label })}
                nameOf={(label) =>
                  label === null ? t('organise:noLabel') : t(`organise:labels.${label}`)
                }
              />
            ),
          },
        ]}
      />
    </InspectorSection>
  );
}

export interface TagsSectionProps {
  readonly id: GenerationSummary['id'];
  readonly tags: readonly string[];
  readonly organise: Organise;
}

export function TagsSection({ id, tags, organise }: TagsSectionProps) {
  const t = useTranslate();
  const remove = (name: string) =>
    void organise.change([id], { type: 'tag', add: [], remove: [name] });
  return (
    <InspectorSection title={t('organise:tags')}>
      <div className={styles['tags']}>
        {tags.map((name) => (
          <RemovableChip
            key={name}
            label={name}
            removeLabel={t('organise:removeTag', { name })}
            onRemove={() => remove(name)}
          />
        ))}
        <TagButton
          ids={[id]}
          organise={organise}
          placement="top start"
          trigger={
            <Button
              variant="ghost"
              size="xs"
              icon={PlusIcon}
              aria-label={t('organise:addTag')}
              className={styles['add']}
            >
              {t('organise:add')}
            </Button>
          }
        />
      </div>
    </InspectorSection>
  );
}
