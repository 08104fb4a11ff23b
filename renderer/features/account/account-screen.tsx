// The account: plan, credits with every hold and return, who knows what, what was agreed to. Says plainly what the demo is.
import type { CloudState } from '#shared/contract/engine.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { Toolbar } from '../../app/toolbar.tsx';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatCount, formatCredits, formatDateTime } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StatusDot } from '../../ui/status-dot.tsx';
import styles from './account-screen.module.css';
import { ConsentsPanel } from './consents-panel.tsx';
import { RequestsPanel } from './requests-panel.tsx';
import { CreditLedger } from './credit-ledger.tsx';

export function AccountScreen() {
  const t = useTranslate();
  const cloud = useStudioQuery('cloud.state', {}).data;
  const profile = useStudioQuery('profile.get', {}).data;
  return (
    <>
      <Toolbar title={t('account:title')} />
      <ScreenBody isScrolling isPadded>
        {!cloud && <Waiting />}
        {cloud && !cloud.account && (
          <EmptyState title={t('account:noAccountTitle')} text={t('account:noAccountText')} />
        )}
        {cloud?.account && (
          <div className={styles['columns']}>
            <div className={styles['column']}>
              <PlanPanel cloud={cloud} account={cloud.account} />
              <CreditLedger available={cloud.account.credits.available} />
            </div>
            <div className={styles['column']}>
              <ProfilePanel cloud={cloud} account={cloud.account} />
              <RequestsPanel />
              {profile && <ConsentsPanel profile={profile} policy={cloud.service?.policy} />}
            </div>
          </div>
        )}
      </ScreenBody>
    </>
  );
}

interface AccountProps {
  readonly cloud: CloudState;
  readonly account: NonNullable<CloudState['account']>;
}

function PlanPanel({ cloud, account }: AccountProps) {
  const t = useTranslate();
  const isDemo = cloud.service?.kind !== 'hosted';
  const { available, held } = account.credits;
  const note = isDemo
    ? t('account:planNoteDemo')
    : t('account:planNote', { service: cloud.service?.name ?? '' });
  return (
    <Panel title={t('account:planAndCredits')} note={note}>
      <dl className={styles['plan']}>
        <div>
          <dt>{t('account:plan')}</dt>
          <dd className={styles['figure']}>{account.plan}</dd>
          <dd>{isDemo ? t('account:planFree') : cloud.service?.name}</dd>
        </div>
        <div>
          <dt>{t('account:credits')}</dt>
          <dd className={styles['figure']}>{formatCount(available)}</dd>
          <dd>
            {held > 0 ? t('account:held', { credits: formatCredits(held) }) : t('account:heldNone')}
          </dd>
        </div>
      </dl>
      {cloud.reachable === 'no' && (
        <p className={styles['stale']}>
          <StatusDot tone="warning" />
          {t('account:asOf', { time: formatDateTime(cloud.since) })}
        </p>
      )}
    </Panel>
  );
}

function ProfilePanel({ cloud, account }: AccountProps) {
  const t = useTranslate();
  const isDemo = cloud.service?.kind !== 'hosted';
  const pairs = [
    { id: 'name', name: t('account:name'), value: account.name },
    { id: 'email', name: t('account:email'), value: account.email ?? t('account:noEmail') },
    { id: 'service', name: t('account:service'), value: cloud.service?.name ?? '' },
    { id: 'region', name: t('account:region'), value: cloud.service?.region.name ?? '' },
  ];
  return (
    <Panel title={t('account:profile')} isPadded>
      <KeyValues pairs={pairs.filter(({ value }) => value !== '')} />
      {isDemo && <p className={styles['quiet']}>{t('account:profileNoteDemo')}</p>}
    </Panel>
  );
}

function Waiting() {
  return (
    <div aria-busy="true" className={styles['columns']}>
      <div className={styles['column']}>
        <Skeleton height="148px" />
        <Skeleton height="320px" />
      </div>
      <div className={styles['column']}>
        <Skeleton height="180px" />
      </div>
    </div>
  );
}
