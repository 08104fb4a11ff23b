// The screen that says plainly that there is nothing: an address that leads nowhere.
import { useTranslate } from '../i18n/translate-context.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { navigate } from './router.ts';
import { ScreenBody } from './screen-body.tsx';
import { Toolbar } from './toolbar.tsx';

export function UnknownScreen() {
  const t = useTranslate();
  return (
    <>
      <Toolbar title={t('appName')} />
      <ScreenBody>
        <EmptyState
          title={t('recovery:unknownTitle')}
          text={t('recovery:unknownText')}
          actions={<ToLibrary />}
        />
      </ScreenBody>
    </>
  );
}

function ToLibrary() {
  const t = useTranslate();
  return <Button onPress={() => navigate({ screen: 'library' })}>{t('recovery:toLibrary')}</Button>;
}
