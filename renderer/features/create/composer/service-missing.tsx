// In place of the settings while no service has told what it offers.
import type { CloudState } from '#shared/contract/engine.ts';
import { useStudioCommand } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import styles from './service-missing.module.css';

export function ServiceMissing({ cloud }: { readonly cloud: CloudState | undefined }) {
  const t = useTranslate();
  const refresh = useStudioCommand('cloud.refresh');
  const hasService = Boolean(cloud?.service);
  const words = hasService
    ? t('create:noModel')
    : t(cloud?.reachable === 'no' ? 'create:notStarted' : 'create:starting');
  return (
    <div className={styles['missing']} aria-busy={!hasService}>
      <div className={styles['fields']}>
        {['model', 'second', 'third', 'fourth'].map((key) => (
          <div key={key} className={styles['field']}>
            <Skeleton width="56px" height="12px" />
            <Skeleton height="32px" />
          </div>
        ))}
      </div>
      <p role="status" className={styles['words']}>
        {words}
        {cloud?.reachable === 'no' && !refresh.isPending && (
          <TextLink onPress={() => refresh.mutate({})}>{t('retry')}</TextLink>
        )}
      </p>
    </div>
  );
}
