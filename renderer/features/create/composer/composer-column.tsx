// The left column: what is wanted. It scrolls by itself; what it costs and where it goes stays at its foot.
import { useEffect, useRef } from 'react';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { ProblemIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { ComposerFoot } from './composer-foot.tsx';
import styles from './composer-column.module.css';
import { KindChoice, StartedFrom } from './composer-parts.tsx';
import { ImageSlots } from '../images/image-slots.tsx';
import { PromptPart } from '../prompt/prompt-part.tsx';
import { ServiceMissing } from './service-missing.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SourceClip } from './source-clip.tsx';
import type { Composer } from './use-composer.ts';
import { type ImageState, useImageFacts } from '../images/use-images.ts';

export interface ComposerColumnProps {
  readonly composer: Composer;
  readonly promptRef: React.RefObject<HTMLTextAreaElement | null>;
  /** Why the draft could not be started from a clip. */
  readonly notice: string | null;
  readonly images: ImageState;
  /** Dropped on the prompt or pasted into it. */
  readonly onFiles: (files: File[]) => void;
}

export function ComposerColumn(props: ComposerColumnProps) {
  const { composer, promptRef, notice, images, onFiles } = props;
  const t = useTranslate();
  const { draft, change, composition, problem } = composer;
  const facts = useImageFacts(composer);
  const column = useRef<HTMLElement>(null);
  const press = () => {
    const obstacle = composer.generate();
    if (obstacle && typeof obstacle === 'object' && obstacle.field === 'prompt') {
      promptRef.current?.focus();
    }
  };
  useGenerateKey(column, press);
  const rules = composition?.imageRules ?? null;
  return (
    <section ref={column} aria-label={t('create:newGeneration')} className={styles['column']}>
      <div className={styles['scroll']}>
        <KindChoice
          kind={draft.kind}
          models={composer.cloud?.service?.models ?? []}
          onChange={(kind) => change({ type: 'kind', kind })}
        />
        {notice !== null && (
          <div className={styles['notice']}>
            <Note icon={ProblemIcon} tone="warning" isAlert>
              {notice}
            </Note>
          </div>
        )}
        <StartedFrom composer={composer} />
        <PromptPart composer={composer} promptRef={promptRef} onFiles={onFiles} />
        {draft.kind === 'extend-video' && (
          <SourceClip
            composer={composer}
            problem={problem?.field === 'source' ? problem.message : null}
          />
        )}
        {rules && composition && (
          <ImageSlots
            composer={composer}
            rules={rules}
            used={composition.images}
            images={images}
            facts={facts}
            problem={problem && imageFields.has(problem.field) ? problem.message : null}
            onRemove={(image) => change({ type: 'image-removed', image })}
          />
        )}
        {composition ? (
          <SettingsForm composer={composer} composition={composition} />
        ) : (
          <ServiceMissing cloud={composer.cloud} />
        )}
      </div>
      <ComposerFoot composer={composer} facts={facts} onGenerate={press} />
    </section>
  );
}

const imageFields: ReadonlySet<string> = new Set([
  'images',
  'firstFrame',
  'lastFrame',
  'references',
]);

/** Ctrl or ⌘ and Enter send from wherever the focus is in the column, before a control takes the key for itself. */
function useGenerateKey(column: React.RefObject<HTMLElement | null>, press: () => void): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const element = column.current;
    if (!element) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) latest.current();
    };
    element.addEventListener('keydown', listen, { capture: true });
    return () => element.removeEventListener('keydown', listen, { capture: true });
  }, [column]);
}
