// Small parts of the composer: what to start from, and the clip that the draft started from.
import type { GenerationKind, ModelDescriptor } from '#shared/gateway/model.ts';
import { clipTitle } from '../../../clip/clip-words.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { RemovableChip } from '../../../ui/chip.tsx';
import { ExtendIcon, ImageIcon, TextIcon } from '../../../ui/icons.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import styles from './composer-parts.module.css';
import type { Composer } from './use-composer.ts';

export interface KindChoiceProps {
  readonly kind: GenerationKind;
  readonly models: readonly ModelDescriptor[];
  readonly onChange: (kind: GenerationKind) => void;
}

/** Only what a model of the service does; what is chosen stays, so that it can be seen why nothing fits. */
export function KindChoice({ kind, models, onChange }: KindChoiceProps) {
  const t = useTranslate();
  const isOffered = (wanted: GenerationKind) =>
    models.length === 0 || models.some(({ kinds }) => kinds.includes(wanted));
  const segments = [
    { value: 'text-to-video', label: t('create:text'), icon: TextIcon },
    { value: 'image-to-video', label: t('create:image'), icon: ImageIcon },
    { value: 'extend-video', label: t('compose:extend'), icon: ExtendIcon },
  ] as const;
  return (
    <SegmentedControl<GenerationKind>
      isLabelHidden
      isWide
      label={t('create:kind')}
      segments={segments.filter(({ value }) => value === kind || isOffered(value))}
      value={kind}
      onChange={onChange}
    />
  );
}

export function StartedFrom({
  composer: { draft, source, change },
}: {
  readonly composer: Composer;
}) {
  const t = useTranslate();
  if (!source || draft.kind === 'extend-video') return null;
  return (
    <div className={styles['from']}>
      <RemovableChip
        label={t('compose:startedFrom', { name: clipTitle(source) })}
        removeLabel={t('compose:startedFromRemove')}
        onRemove={() => change({ type: 'parent-removed' })}
      />
    </div>
  );
}
