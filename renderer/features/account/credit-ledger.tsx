// Every credit held, spent or given back, newest first, with the balance after it. The service keeps it, so it needs the service.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CreditOfClip } from '#shared/contract/engine.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';
import type { AppError } from '#shared/errors.ts';
import { navigate } from '../../app/router.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import { errorWords } from '../../engine/error-words.ts';
import { call } from '../../engine/studio.ts';
import { formatCount, formatCreditChange, formatShortDate, formatTime } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import type { Translate } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { CloudOffIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import styles from './credit-ledger.module.css';
import { type Balanced, withBalances } from './balances.ts';

const newest = 100;

export function CreditLedger({ available }: { readonly available: number }) {
  const t = useTranslate();
  const ledger = useLedger(available);
  return (
    <Panel title={t('account:ledger')} note={t('account:ledgerNote')}>
      {ledger.isPending && (
        <div aria-busy="true" className={styles['waiting']}>
          <Skeleton height="200px" />
        </div>
      )}
      {ledger.error && (
        <div className={styles['problem']}>
          <Note icon={CloudOffIcon} tone="warning">
            {ledger.error.code === 'cloud-unreachable'
              ? t('account:ledgerOffline')
              : errorWords(t, ledger.error)}
          </Note>
          <Button size="sm" busy={ledger.isFetching} onPress={() => void ledger.refetch()}>
            {t('retry')}
          </Button>
        </div>
      )}
      {ledger.data && (
        <Table
          label={t('account:ledger')}
          columns={columnsFor(t)}
          rows={withBalances(ledger.data.items, available)}
          rowKey={({ id }) => id}
          empty={t('account:ledgerEmpty')}
        />
      )}
    </Panel>
  );
}

/** The balance comes with the state of the service; a new balance means new entries. */
function useLedger(available: number) {
  return useQuery<StudioOutput<'account.credits'>, AppError>({
    queryKey: ['account.credits', { limit: newest }, available],
    queryFn: ({ signal }) => call('account.credits', { limit: newest }, signal),
    placeholderData: keepPreviousData,
  });
}

function columnsFor(t: Translate): TableColumn<Balanced<CreditOfClip>>[] {
  return [
    {
      id: 'time',
      heading: t('account:time'),
      tone: 'muted',
      cell: ({ at }) => `${formatShortDate(at)} ${formatTime(at)}`,
    },
    {
      id: 'what',
      heading: t('account:whatFor'),
      tone: 'strong',
      cell: (entry) => <WhatFor entry={entry} />,
    },
    {
      id: 'state',
      heading: t('account:state'),
      tone: 'muted',
      cell: ({ type }) => t(`account:type.${type}`),
    },
    {
      id: 'amount',
      heading: t('account:credits'),
      align: 'end',
      cell: ({ amount }) => (
        <span className={amount > 0 ? styles['given'] : undefined}>
          {formatCreditChange(amount)}
        </span>
      ),
    },
    {
      id: 'balance',
      heading: t('account:balance'),
      align: 'end',
      tone: 'muted',
      cell: ({ balance }) => formatCount(balance),
    },
  ];
}

/** The ledger keeps amounts when a copy in the cloud is erased, and nothing that says which clip they were for. */
const wordsWithoutClip: Readonly<
  Partial<Record<CreditOfClip['type'], 'account:purchase' | 'account:noJob'>>
> = { purchase: 'account:purchase', grant: 'account:noJob' };

function WhatFor({ entry }: { readonly entry: Balanced<CreditOfClip> }) {
  const t = useTranslate();
  const { generationId, clip, type } = entry;
  if (generationId === null) return t(wordsWithoutClip[type] ?? 'account:forgottenClip');
  if (!clip) return t('account:erasedClip');
  return (
    <TextLink
      className={styles['clip']}
      onPress={() => navigate({ screen: 'viewer', id: clip.id })}
    >
      {clipTitle(clip)}
    </TextLink>
  );
}
