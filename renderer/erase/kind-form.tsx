// Which kind of data is erased as a whole.
import { erasableKinds, type ErasableKind } from '#shared/domain/erase-subject.ts';
import { dataMap } from '#shared/domain/data-map.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Select } from '../ui/select.tsx';
import styles from './erase-question.module.css';

/** What is shown in the inventory and cannot go as a kind. */
const staying = ['videos', 'account', 'consents', 'deletions', 'others'] as const;

export interface KindFormProps {
  readonly kind: ErasableKind;
  readonly isDisabled: boolean;
  readonly onChange: (kind: ErasableKind) => void;
}

export function KindForm({ kind, isDisabled, onChange }: KindFormProps) {
  const t = useTranslate();
  return (
    <div className={styles['form']}>
      <Select<ErasableKind>
        label={t('erase:kind')}
        isDisabled={isDisabled}
        options={erasableKinds.map((value) => ({ value, label: t(`erase:kinds.${value}`) }))}
        value={kind}
        onChange={onChange}
        className={styles['wide']}
      />
      <div className={styles['stays']}>
        <h3>{t('erase:staysTitle')}</h3>
        <dl>
          {staying.map((name) => (
            <div key={name}>
              <dt>{name === 'others' ? t('yourData:other') : dataMap[name].label}</dt>
              <dd>{t(`erase:stays.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
