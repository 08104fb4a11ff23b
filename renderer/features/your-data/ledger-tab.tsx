// Every request, newest first, as far back as one wants to look.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { StudioOutput } from '#shared/contract/studio.ts';
import type { AppError } from '#shared/errors.ts';
import { errorWords } from '../../engine/error-words.ts';
import { call } from '../../engine/studio.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LedgerTable } from './ledger-table.tsx';
import styles from './ledger-tab.module.css';

const pageSize = 100;

export function LedgerTab() {
  const t = useTranslate();
  const pages = useInfiniteQuery<
    StudioOutput<'data.requests'>,
    AppError,
    { readonly pages: readonly StudioOutput<'data.requests'>[] },
    readonly unknown[],
    number | null
  >({
    queryKey: ['data.requests', 'all'],
    queryFn: ({ pageParam, signal }) =>
      call('data.requests', { cursor: pageParam, limit: pageSize }, signal),
    initialPageParam: null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // The ledger grows all the time and tells nobody: look anew whenever the tab is opened.
    refetchOnMount: 'always',
  });
  const requests = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={styles['page']} aria-busy={pages.isPending}>
      {pages.error && (
        <Note icon={ProblemIcon} tone="danger" isAlert>
          {errorWords(t, pages.error)}
        </Note>
      )}
      {!pages.isPending && (
        <Panel title={t('yourData:tabs.ledger')} note={t('yourData:ledgerNote')}>
          <div className={styles['scroll']}>
            <LedgerTable requests={requests} />
          </div>
        </Panel>
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
