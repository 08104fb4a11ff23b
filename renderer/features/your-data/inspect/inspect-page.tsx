// One kind of data, opened into its rows: found by words, each with its file and with every field that is kept of it.
import { useDeferredValue, useState } from 'react';
import type { DataKind } from '#shared/contract/data.ts';
import { dataMap } from '#shared/domain/data-map.ts';
import { formatRoute } from '../../../app/router.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { useStudioCommand, useStudioQuery } from '../../../engine/queries.ts';
import { formatCount } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { BackIcon, ProblemIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { kindIcons } from '../../../erase/kind-icon.ts';
import type { CloudFacts } from '../data-map/places.ts';
import { DataRowItem } from './data-row-item.tsx';
import styles from './inspect-page.module.css';
import { KindFacts } from './kind-facts.tsx';
import { RecordPanel } from './record-panel.tsx';
import { groupRows } from './row-groups.ts';
import { type DataRows, useDataRows } from './use-data-rows.ts';

export interface InspectPageProps {
  readonly kind: DataKind;
  /** The one whose fields are shown. */
  readonly row?: string | undefined;
  readonly cloud: CloudFacts | null;
}

export function InspectPage({ kind, row, cloud }: InspectPageProps) {
  const t = useTranslate();
  const [search, setSearch] = useState('');
  const words = useDeferredValue(search.trim());
  const found = useDataRows(kind, words);
  const inventory = useStudioQuery('data.overview', {}).data?.inventory;
  const { label } = dataMap[kind];
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <TextLink icon={BackIcon} href={formatRoute({ screen: 'your-data', tab: 'overview' })}>
          {t('inspect:back')}
        </TextLink>
        <Icon glyph={kindIcons[kind]} className={styles['icon']} />
        <h2 className={styles['heading']}>{label}</h2>
        <span role="status" className={styles['count']}>
          {countWords(found.total, words)}
        </span>
        <SearchField
          className={styles['find']}
          label={t('inspect:find', { kind: label })}
          placeholder={t('inspect:findHint')}
          value={search}
          onChange={setSearch}
        />
      </div>
      <div className={styles['columns']}>
        <Rows kind={kind} chosen={row} search={words} found={found} />
        <div className={styles['side']}>
          <RecordPanel kind={kind} row={row} />
          <KindFacts
            kind={kind}
            inventory={inventory?.find((candidate) => candidate.kind === kind)}
            cloud={cloud}
          />
        </div>
      </div>
    </div>
  );

  function countWords(total: number | null, sought: string): string {
    if (total === null) return '';
    const count = { count: total, figure: formatCount(total) };
    return t(sought === '' ? 'inspect:rows' : 'inspect:found', count);
  }
}

interface RowsProps {
  readonly kind: DataKind;
  readonly chosen: string | undefined;
  readonly search: string;
  readonly found: DataRows;
}

function Rows({ kind, chosen, search, found }: RowsProps) {
  const t = useTranslate();
  const reveal = useStudioCommand('shell.revealFile');
  const problem = found.error ?? reveal.error;
  const isEmpty = !found.isPending && found.rows.length === 0;
  return (
    <div className={styles['rows']} aria-busy={found.isPending}>
      {problem && (
        <Note icon={ProblemIcon} tone="danger" isAlert>
          {errorWords(t, problem)}
        </Note>
      )}
      {isEmpty && !found.error && (
        <p className={styles['none']}>
          {search === '' ? t('inspect:none') : t('inspect:foundNone', { search })}
        </p>
      )}
      {groupRows(found.rows).map(({ group, rows }) => (
        <Panel key={group} title={group} className={styles['group']}>
          <ul>
            {rows.map((row) => (
              <DataRowItem
                key={row.id}
                kind={kind}
                row={row}
                isChosen={row.id === chosen}
                onReveal={(file) => reveal.mutate(file)}
              />
            ))}
          </ul>
        </Panel>
      ))}
      {found.hasMore && (
        <Button
          className={styles['more']}
          busy={found.isFetchingMore}
          onPress={() => found.fetchMore()}
        >
          {t('inspect:more')}
        </Button>
      )}
    </div>
  );
}
