// The take on the stage: it plays, or it says how far it is, or why there is none.
import { useState } from 'react';
import { isActive } from '#shared/domain/generation-status.ts';
import { clipTitle } from '../../../clip/clip-words.ts';
import { useClipActions } from '../../../clip/use-clip-actions.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { MediaFrame } from '../../../ui/media-frame.tsx';
import { StageEnding, type StageEndingProps } from './stage-ending.tsx';
import { StageMessage } from './stage-message.tsx';
import { StageVideo } from './stage-video.tsx';
import { StageWorking } from './stage-working.tsx';
import styles from './stage.module.css';

export function Stage({ take, onEditPrompt }: StageEndingProps) {
  return (
    <MediaFrame radius="lg" className={styles['stage']}>
      <Content take={take} onEditPrompt={onEditPrompt} />
    </MediaFrame>
  );
}

function Content({ take, onEditPrompt }: StageEndingProps) {
  const t = useTranslate();
  const actions = useClipActions();
  const [isBroken, setBroken] = useState(false);
  const { output, status } = take;
  if (isActive(status)) return <StageWorking take={take} />;
  if (!output) return <StageEnding take={take} onEditPrompt={onEditPrompt} />;
  if (output.isMissing || isBroken) {
    return (
      <StageMessage
        title={t(output.isMissing ? 'create:missingTitle' : 'create:brokenTitle')}
        text={t('create:missingText')}
      >
        <Button onPress={() => actions.reuse(take)}>{t('create:remix')}</Button>
      </StageMessage>
    );
  }
  return <StageVideo output={output} title={clipTitle(take)} onBroken={() => setBroken(true)} />;
}
