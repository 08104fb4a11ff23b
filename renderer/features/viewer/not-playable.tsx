// In place of the picture: what happened to the file, what is safe, what to do.
import type { GenerationSummary, Output } from '#shared/contract/generation.ts';
import { useStudioCommand } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

export interface MissingProps {
  readonly clip: GenerationSummary;
  readonly output: Output;
  readonly onReuse: () => void;
}

export function Missing({ output, onReuse }: MissingProps) {
  const t = useTranslate();
  const open = useStudioCommand('shell.open');
  return (
    <EmptyState
      title={t('viewer:missingTitle')}
      text={`${t('viewer:missingText')} ${t('viewer:missingName', { name: output.fileName })}`}
      actions={
        <>
          <Button onPress={() => open.mutate({ place: 'library' })}>
            {t('viewer:openLibraryFolder')}
          </Button>
          <Button variant="ghost" onPress={onReuse}>
            {t('viewer:useSettings')}
          </Button>
        </>
      }
    />
  );
}

export function Broken({ onReuse }: Pick<MissingProps, 'onReuse'>) {
  const t = useTranslate();
  return (
    <EmptyState
      title={t('viewer:brokenTitle')}
      text={t('viewer:brokenText')}
      actions={<Button onPress={onReuse}>{t('viewer:useSettings')}</Button>}
    />
  );
}
