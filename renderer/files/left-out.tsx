// The files that were not taken in or not saved, each by name with its reason.
import type { TaskState } from '#shared/contract/data.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './left-out.module.css';

type Result = NonNullable<TaskState['result']>;
type Reason =
  | NonNullable<Result['taken']>['refused'][number]['reason']
  | NonNullable<Result['saved']>['left'][number]['reason'];

export interface LeftOutReport {
  readonly kind: 'refused' | 'left';
  readonly files: readonly { readonly name: string; readonly reason: Reason }[];
}

/** `null` when nothing was left out. */
export function reportOf({ result }: TaskState): LeftOutReport | null {
  const refused = result?.taken?.refused ?? [];
  if (refused.length > 0) return { kind: 'refused', files: refused };
  const left = result?.saved?.left ?? [];
  return left.length > 0 ? { kind: 'left', files: left } : null;
}

export interface LeftOutProps {
  readonly report: LeftOutReport;
  readonly onClose: () => void;
}

export function LeftOut({ report: { kind, files }, onClose }: LeftOutProps) {
  const t = useTranslate();
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isDismissable
      size="lg"
      title={t(`ownFiles:${kind}Title`, { count: files.length })}
      description={t(`ownFiles:${kind}Text`)}
      actions={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('ownFiles:close')}
        </Button>
      }
    >
      <ul className={styles['files']}>
        {files.map(({ name, reason }, index) => (
          <li key={`${index} ${name}`}>
            <span className={styles['name']}>{name}</span>
            <span className={styles['reason']}>{t(`ownFiles:reasons.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
