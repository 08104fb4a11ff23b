// How secrets are kept. Without a keychain: what follows from that, and what to do.
import { useStudioQuery } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { KeyIcon, ShieldIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import type { Row, Section } from './section.ts';

export function useSecuritySection(): Section {
  const t = useTranslate();
  const row = useKeychainRow();
  return {
    id: 'security',
    title: t('settings:security'),
    icon: ShieldIcon,
    groups: [{ id: 'security', rows: [row] }],
  };
}

function useKeychainRow(): Row {
  const t = useTranslate();
  const { data: info, isFetching, refetch } = useStudioQuery('shell.info', {});
  const row = {
    id: 'keychain',
    title: t('settings:keychain'),
    words: t('settings:keychainWords'),
  };
  if (!info) return row;
  if (info.isKeychainAvailable) {
    return { ...row, note: t('settings:keychainOn'), tone: 'success' };
  }
  return {
    ...row,
    note: t('settings:keychainOff'),
    tone: 'warning',
    control: (
      <Button
        size="sm"
        aria-label={t('settings:checkKeychain')}
        busy={isFetching}
        onPress={() => void refetch()}
      >
        {t('settings:checkAgain')}
      </Button>
    ),
    below: (
      <Note icon={KeyIcon} tone="warning">
        {t('settings:keychainFollows')}{' '}
        {t(info.platform === 'linux' ? 'settings:keychainDoLinux' : 'settings:keychainDo')}
      </Note>
    ),
  };
}
