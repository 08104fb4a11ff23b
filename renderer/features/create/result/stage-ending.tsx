// A take that ended without a clip: the reason, the credits, and the way on.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { useStudioCommand } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { RetryIcon } from '../../../ui/icons.ts';
import { endingOf } from './clip-state.ts';
import { StageMessage } from './stage-message.tsx';

/** The same words would be refused again. */
const isWorthRetrying = ({ status }: GenerationSummary) => status !== 'refused';

export interface StageEndingProps {
  readonly take: GenerationSummary;
  readonly onEditPrompt: () => void;
}

export function StageEnding({ take, onEditPrompt }: StageEndingProps) {
  const t = useTranslate();
  const retry = useStudioCommand('generations.retry');
  const { title, text, credits } = endingOf(t, take);
  return (
    <StageMessage
      title={title}
      text={retry.error ? errorWords(t, retry.error) : text}
      note={credits}
    >
      {isWorthRetrying(take) && (
        <Button
          icon={RetryIcon}
          busy={retry.isPending}
          onPress={() => retry.mutate({ id: take.id })}
        >
          {t('retry')}
        </Button>
      )}
      <Button onPress={onEditPrompt}>{t('create:editPrompt')}</Button>
    </StageMessage>
  );
}
