// One calm page for people who are younger. Nothing was kept, and there is nothing to do here.
import { call } from '../../engine/studio.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

export function TooYoungScreen({ onBack }: { readonly onBack: () => void }) {
  const t = useTranslate();
  return (
    <EmptyState
      title={t('firstRun:youngTitle')}
      text={t('firstRun:youngText')}
      actions={
        <>
          <Button variant="primary" onPress={() => void call('shell.quit', {})}>
            {t('firstRun:youngQuit')}
          </Button>
          <Button variant="ghost" onPress={onBack}>
            {t('back')}
          </Button>
        </>
      }
    />
  );
}
