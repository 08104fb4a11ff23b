// The clip that the new one goes on from, and the way to choose another one.
import { useState } from 'react';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { clipTitle } from '../../../clip/clip-words.ts';
import { mediaUrl } from '../../../engine/media.ts';
import { formatClock } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { MediaFrame } from '../../../ui/media-frame.tsx';
import styles from './source-clip.module.css';
import { SourceDialog } from './source-dialog.tsx';
import type { Composer } from './use-composer.ts';

export interface SourceClipProps {
  readonly composer: Composer;
  readonly problem: string | null;
}

export function SourceClip({ composer, problem }: SourceClipProps) {
  const t = useTranslate();
  const [isChoosing, setChoosing] = useState(false);
  const { source, change, composition, cloud } = composer;
  const rules = composition?.model.sourceVideo;
  const output = source?.output ?? null;
  const hint =
    rules?.isOwnOnly === true
      ? t(rules.withinDays === null ? 'compose:sourceOwn' : 'compose:sourceOwnWithin', {
          provider: cloud?.service?.provider.name ?? composition?.model.name ?? '',
          days: rules.withinDays ?? 0,
        })
      : t('compose:sourceHint');
  return (
    <section aria-label={t('compose:source')} className={styles['source']}>
      <p className={styles['label']}>{t('compose:source')}</p>
      <div className={styles['clip']}>
        <div className={styles['picture']}>
          <MediaFrame radius="sm">
            {output?.hasPoster && <img src={mediaUrl('poster', output.id)} alt="" />}
          </MediaFrame>
        </div>
        <div className={styles['words']}>
          <p className={styles['title']} dir="auto">
            {nameOf(source) ?? t('compose:sourceNone')}
          </p>
          <p className={styles['facts']}>{output && formatClock(output.durationMs)}</p>
        </div>
        <Button size="sm" onPress={() => setChoosing(true)}>
          {t(output ? 'compose:sourceChange' : 'compose:sourceChoose')}
        </Button>
      </div>
      <p className={problem === null ? styles['hint'] : styles['problem']} role="status">
        {problem ?? hint}
      </p>
      {isChoosing && (
        <SourceDialog
          onClose={() => setChoosing(false)}
          onChoose={({ id, output: chosen }) => {
            if (chosen) change({ type: 'extend', clip: { id, output: chosen } });
            setChoosing(false);
          }}
        />
      )}
    </section>
  );
}

function nameOf(source: GenerationDetail | null): string | null {
  return source?.output ? clipTitle(source) : null;
}
