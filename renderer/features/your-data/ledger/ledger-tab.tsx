// The network ledger: who was asked, and every request as far back as one wants to look; found, saved, and kept as long as is set.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { LedgerFilter } from '#shared/contract/data.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';
import type { AppError } from '#shared/errors.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { call } from '../../../engine/studio.ts';
import { formatCount } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckIcon, ProblemIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { LedgerBar } from './ledger-bar.tsx';
import { everyRequest, filterOf } from './ledger-filters.ts';
import { LedgerHosts } from './ledger-hosts.tsx';
import { LedgerPeriod } from './ledger-period.tsx';
import { LedgerTable } from './ledger-table.tsx';
import styles from './ledger-tab.module.css';
import { useSaveLedger } from './use-save-ledger.ts';

const pageSize = 100;

function useRequests(filter: LedgerFilter) {
  return useInfiniteQuery<
    StudioOutput<'data.requests'>,
    AppError,
    { readonly pages: readonly StudioOutput<'data.requests'>[] },
    readonly unknown[],
    number | null
  >({
    queryKey: ['data.requests', 'all', filter],
    queryFn: ({ pageParam, signal }) =>
      call('data.requests', { filter, cursor: pageParam, limit: pageSize }, signal),
    initialPageParam: null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // The ledger grows all the time and tells nobody: look anew whenever the tab is opened.
    refetchOnMount: 'always',
    placeholderData: (before) => before,
  });
}

export function LedgerTab() {
  const t = useTranslate();
  const [openedAtMs] = useState(() => Date.now());
  const [choice, setChoice] = useState(everyRequest);
  const filter = filterOf(useDeferredValue(choice), openedAtMs);
  const pages = useRequests(filter);
  const all = useStudioQuery('data.requestSums', {}).data?.items ?? [];
  const sums = useStudioQuery('data.requestSums', { filter }, { keepsPrevious: true }).data?.items;
  const save = useSaveLedger(filter);
  const requests = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const isNarrowed = Object.keys(filter).length > 0;
  const problem = pages.error ?? save.error;
  return (
    <div className={styles['page']} aria-busy={pages.isPending}>
      {problem && (
        <Note icon={ProblemIcon} tone="danger" isAlert>
          {errorWords(t, problem)}
        </Note>
      )}
      {save.data && (
        <Note icon={CheckIcon}>
          {t('yourData:ledgerSaved', {
            count: save.data.count,
            figure: formatCount(save.data.count),
            file: save.data.fileName,
          })}
        </Note>
      )}
      {!pages.isPending && (
        <>
          <LedgerBar
            choice={choice}
            onChoice={setChoice}
            sums={all}
            isSaving={save.isPending}
            onSave={(format) => save.mutate(format)}
          />
          <LedgerHosts sums={sums ?? all} />
          <Panel
            title={t('yourData:tabs.ledger')}
            note={t('yourData:ledgerNote')}
            actions={<LedgerPeriod />}
          >
            <div className={styles['scroll']}>
              <LedgerTable
                requests={requests}
                {...(isNarrowed && { empty: t('yourData:ledgerFoundNone') })}
              />
            </div>
          </Panel>
        </>
      )}
      {pages.hasNextPage && (
        <Button
          className={styles['more']}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        >
          {t('yourData:ledgerMore')}
        </Button>
      )}
    </div>
  );
}
