// All that is kept of one row, field by field, each with what it is. Nothing is left out and nothing can be changed here.
import type { DataKind } from '#shared/contract/data.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Note } from '../../../ui/note.tsx';
import { ProblemIcon } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/panel.tsx';
import styles from './record-panel.module.css';

export interface RecordPanelProps {
  readonly kind: DataKind;
  readonly row: string | undefined;
}

export function RecordPanel({ kind, row }: RecordPanelProps) {
  const t = useTranslate();
  const record = useStudioQuery(
    'data.record',
    { kind, id: row ?? '' },
    { enabled: row !== undefined, keepsPrevious: true },
  );
  return (
    <Panel title={t('inspect:fields')} isPadded>
      {row === undefined ? (
        <p className={styles['hint']}>{t('inspect:fieldsHint')}</p>
      ) : record.error ? (
        <Note icon={ProblemIcon} tone="warning" isAlert>
          {errorWords(t, record.error)}
        </Note>
      ) : (
        <dl className={styles['fields']}>
          {record.data?.fields.map(({ name, what, value }) => (
            <div key={name} className={styles['field']}>
              <dt>
                <span className={styles['what']}>{what}</span>
                <code className={styles['name']}>{name}</code>
              </dt>
              <dd className={value === '' ? styles['empty'] : styles['value']}>
                {value === '' ? t('inspect:empty') : value}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
