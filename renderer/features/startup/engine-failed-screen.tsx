// The library cannot be opened: what is wrong, what is safe, and what can be done about it here.
import type { EngineHealth } from '#shared/contract/shell.ts';
import { isErrorCode } from '#shared/errors.ts';
import { RecoveryScreen } from '../../app/recovery-screen.tsx';
import { useStudioCommand } from '../../engine/queries.ts';
import { call } from '../../engine/studio.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DataIcon, WarningIcon } from '../../ui/icons.ts';
import styles from './engine-failed-screen.module.css';

export interface EngineFailedScreenProps {
  readonly health: EngineHealth;
}

/** Failures for which another folder is a way out. */
const folderHelps: ReadonlySet<string> = new Set([
  'library-missing',
  'library-not-ours',
  'library-locked',
  'library-newer',
  'library-damaged',
  'disk-read-only',
  'permission-denied',
]);

export function EngineFailedScreen({ health }: EngineFailedScreenProps) {
  const t = useTranslate();
  const restart = useStudioCommand('shell.restartEngine');
  const choose = useStudioCommand('dialogs.chooseLibrary');
  const code = health.error && isErrorCode(health.error.code) ? health.error.code : 'internal';
  const isDamaged = code === 'library-damaged';
  const reason = t(`errors:${code}`);
  const details = JSON.stringify(health.error ?? {}, null, 2);
  return (
    <RecoveryScreen
      title={isDamaged ? reason : t('recovery:libraryTitle')}
      lead={isDamaged ? t('recovery:damagedLead') : reason}
      glyph={isDamaged ? DataIcon : WarningIcon}
      onCopyDetails={() => void call('clipboard.writeText', { text: details })}
      actions={
        <>
          <Button variant="primary" busy={restart.isPending} onPress={() => restart.mutate({})}>
            {t('retry')}
          </Button>
          {folderHelps.has(code) && (
            <Button busy={choose.isPending} onPress={() => choose.mutate({})}>
              {t('recovery:chooseFolder')}
            </Button>
          )}
          <Button variant="ghost" onPress={() => void call('shell.open', { place: 'logs' })}>
            {t('recovery:showLogs')}
          </Button>
          <Button variant="ghost" onPress={() => void call('shell.quit', {})}>
            {t('recovery:quit')}
          </Button>
        </>
      }
    >
      {health.error && health.error.message !== reason && (
        <p className={styles['detail']}>{health.error.message}</p>
      )}
    </RecoveryScreen>
  );
}
