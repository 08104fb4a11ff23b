// Where the space goes: by month and model as bars, the largest clips, and what could go, each a plan away.
import type { Storage } from '#shared/contract/storage.ts';
import { largeBytes } from '#shared/domain/clean-ups.ts';
import { formatRoute } from '../../../app/router.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { askToErase } from '../../../erase/erase-flow.ts';
import { formatBytes, formatCount, formatDate, formatMonth } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProblemIcon } from '../../../ui/icons.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ClipRow } from './clip-row.tsx';
import { subjectOf } from './clean-up-subject.ts';
import { TwinsPanel } from './twins-panel.tsx';
import styles from './storage-page.module.css';

export function StoragePage() {
  const t = useTranslate();
  const storage = useStudioQuery('data.storage', {});
  if (storage.error) {
    return (
      <Note icon={ProblemIcon} tone="danger" isAlert>
        {errorWords(t, storage.error)}
      </Note>
    );
  }
  const { data } = storage;
  if (!data) return <div aria-busy="true" className={styles['page']} />;
  return (
    <div className={styles['page']}>
      <div className={styles['column']}>
        <Bars title={t('storage:months')} shares={data.months.map(inWords)} />
        <Bars title={t('storage:models')} shares={data.models} />
      </div>
      <div className={styles['column']}>
        <Suggestions storage={data} />
        <TwinsPanel twins={data.twins} />
        <Largest items={data.largest} />
      </div>
    </div>
  );
}

/** `November 2026`; the middle of it is in that month in every time zone. */
function inWords(share: Storage['months'][number]): Storage['months'][number] {
  return { ...share, name: formatMonth(`${share.name}-15T12:00:00Z`) };
}

function Bars({ title, shares }: { readonly title: string; readonly shares: Storage['months'] }) {
  const t = useTranslate();
  const most = shares.reduce((largest, { bytes }) => Math.max(largest, bytes), 1);
  return (
    <Panel title={title} isPadded>
      {shares.length === 0 && <p className={styles['none']}>{t('storage:none')}</p>}
      <ul className={styles['bars']}>
        {shares.map(({ name, count, bytes }) => (
          <li key={name} className={styles['bar']}>
            <span className={styles['name']}>{name}</span>
            <span aria-hidden="true" className={styles['track']}>
              <span className={styles['fill']} style={{ width: `${(bytes / most) * 100}%` }} />
            </span>
            <span className={styles['figure']}>{formatBytes(bytes)}</span>
            <span className={styles['count']}>
              {t('storage:clips', { count, figure: formatCount(count) })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Suggestions({ storage }: { readonly storage: Storage }) {
  const t = useTranslate();
  const { suggestions, duplicates, onlyInCloud } = storage;
  const facts = ({ count, bytes }: Storage['duplicates']) => ({
    count,
    figure: formatCount(count),
    bytes: formatBytes(bytes),
  });
  return (
    <Panel title={t('storage:suggestions')} note={t('storage:suggestionsNote')}>
      <ul className={styles['rows']}>
        {suggestions.map(({ id, bytes }) => {
          const what = t(`storage:cleanUps.${id}`, { bytes: formatBytes(largeBytes) });
          return (
            <ListRow
              key={id}
              height={56}
              title={what}
              note={formatBytes(bytes)}
              actions={
                <Button
                  size="sm"
                  aria-label={t('storage:lookNamed', { what })}
                  onPress={() => askToErase(subjectOf(id, Date.now()))}
                >
                  {t('storage:look')}
                </Button>
              }
            />
          );
        })}
        {suggestions.length === 0 && (
          <li className={styles['none']}>{t('storage:nothingToSuggest')}</li>
        )}
        <li className={styles['fact']}>
          {duplicates.count === 0
            ? t('storage:noDuplicates')
            : t('storage:duplicates', facts(duplicates))}
        </li>
        <li className={styles['fact']}>
          {onlyInCloud.count === 0 ? (
            t('storage:noneOnlyInCloud')
          ) : (
            <a href={formatRoute({ screen: 'your-data', tab: 'cloud-copies' })}>
              {t('storage:onlyInCloud', facts(onlyInCloud))}
            </a>
          )}
        </li>
      </ul>
    </Panel>
  );
}

function Largest({ items }: { readonly items: Storage['largest'] }) {
  const t = useTranslate();
  return (
    <Panel title={t('storage:largest')}>
      {items.length === 0 && <p className={styles['none']}>{t('storage:none')}</p>}
      <ul className={styles['rows']}>
        {items.map((clip) => (
          <ClipRow key={clip.outputId} clip={clip} note={formatDate(clip.savedAt)} />
        ))}
      </ul>
    </Panel>
  );
}
