// Which kind of data is erased as a whole.
import { erasableKinds, type ErasableKind } from '#shared/domain/erase-subject.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Select } from '../ui/select.tsx';
import styles from './erase-question.module.css';

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
    </div>
  );
}
