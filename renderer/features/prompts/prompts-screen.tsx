// Prompts: what was written so far, how often it was used, and what came of it. One press starts again from it.
import { useEffect, useState } from 'react';
import type { StudioOutput } from '#shared/contract/studio.ts';
import { navigate } from '../../app/router.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { Toolbar } from '../../app/toolbar.tsx';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { PromptDetail } from './prompt-detail.tsx';
import { PromptList } from './prompt-list.tsx';
import styles from './prompts-screen.module.css';

export type StoredPrompt = StudioOutput<'prompts.list'>['items'][number];

/** Those used last; search finds the others. */
const mostShown = 100;
/** After a pause this short a person is still typing. */
const pauseMs = 120;

export function PromptsScreen() {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const search = usePaused(typed);
  const prompts = useStudioQuery(
    'prompts.list',
    { search, limit: mostShown },
    { keepsPrevious: true },
  );
  const counts = useStudioQuery('library.counts', {}).data;
  const [chosen, setChosen] = useState<number | null>(null);
  const items = prompts.data?.items ?? [];
  const shown = items.find(({ id }) => id === chosen) ?? items[0] ?? null;
  const isEmpty = prompts.data?.total === 0 && search === '';
  return (
    <>
      <Toolbar
        title={t('prompts:title')}
        note={counts && counts.prompts > 0 ? formatCount(counts.prompts) : undefined}
      />
      <ScreenBody>
        {prompts.error && items.length === 0 ? (
          <EmptyState
            title={t('prompts:failedTitle')}
            text={errorWords(t, prompts.error)}
            actions={<Button onPress={() => void prompts.refetch()}>{t('retry')}</Button>}
          />
        ) : isEmpty ? (
          <EmptyState
            title={t('prompts:emptyTitle')}
            text={t('prompts:emptyText')}
            actions={
              <Button variant="primary" onPress={() => navigate({ screen: 'create' })}>
                {t('prompts:emptyAction')}
              </Button>
            }
          />
        ) : (
          <div className={styles['columns']} aria-busy={prompts.isPending}>
            <div className={styles['side']}>
              <div className={styles['search']}>
                <SearchField
                  label={t('prompts:search')}
                  placeholder={t('prompts:search')}
                  value={typed}
                  onChange={setTyped}
                  hotkey="/"
                  className={styles['field']}
                />
              </div>
              <PromptList
                items={items}
                selected={shown?.id ?? null}
                isLoading={prompts.isPending}
                search={search}
                onSelect={setChosen}
              />
              {prompts.data && prompts.data.total > items.length && (
                <p className={styles['others']}>
                  {t('prompts:others', { figure: formatCount(prompts.data.total - items.length) })}
                </p>
              )}
            </div>
            {shown && <PromptDetail key={shown.id} prompt={shown} />}
          </div>
        )}
      </ScreenBody>
    </>
  );
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
