// How long clips stay in the trash before they are erased by themselves.
import { useStudioQuery } from '../../../engine/queries.ts';
import { useStudioSetting } from '../../../engine/use-studio-setting.ts';
import { TrashPeriod } from '../../../erase/rules-dialog.tsx';
import { formatBytes } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Row } from '../sections/section.ts';
import styles from './setting-row.module.css';

export function useTrashRow(): Row {
  const t = useTranslate();
  const trash = useStudioSetting('trashDays');
  const preview = useStudioQuery('cleanUp.preview', { rule: null, trashDays: trash.value }).data;
  const due = preview?.fromTrash;
  const dueWords =
    due && due.count > 0
      ? ` ${t('erase:wouldGoNow')}: ${t('erase:clips', { count: due.count })}, ${formatBytes(due.bytes)}.`
      : '';
  return {
    id: 'trash',
    title: t('erase:trashAfter'),
    note: `${t('erase:trashAfterNote')}${dueWords}`,
    words: t('erase:trashWords'),
    problem: trash.problem,
    control: (
      <div className={styles['two']}>
        <TrashPeriod days={trash.value} isLabelHidden onChange={trash.set} />
      </div>
    ),
  };
}
