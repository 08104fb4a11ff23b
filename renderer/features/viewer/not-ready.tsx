// A generation without a file: it is being made, or nothing came of it.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { navigate } from '../../app/router.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { AppError } from '#shared/errors.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

export interface NotReadyProps {
  readonly clip: GenerationSummary;
  readonly title: string;
}

export function NotReady({ clip }: NotReadyProps) {
  const t = useTranslate();
  const { failure, status } = clip;
  const isUnderWay = isActive(status);
  const reason = failure
    ? errorWords(t, new AppError(failure.code, failure.message))
    : t(`status:${status}`);
  return (
    <ScreenBody>
      <EmptyState
        hasFrames={isUnderWay}
        title={t(isUnderWay ? 'viewer:notReadyTitle' : 'viewer:endedTitle')}
        text={isUnderWay ? t('viewer:notReadyText') : reason}
        actions={
          <Button onPress={() => navigate({ screen: 'queue', job: clip.id })}>
            {t('viewer:toQueue')}
          </Button>
        }
      />
    </ScreenBody>
  );
}
