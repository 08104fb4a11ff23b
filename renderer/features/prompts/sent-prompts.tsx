// Every wording that was sent, how often, and what came of it. Kept by itself, apart from the prompts that are saved by name.
import { type ReactNode, useState } from 'react';
import { navigate } from '../../app/router.ts';
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
import { type OpenPromptMenu, PromptMenu } from './prompt-menu.tsx';
import { usePaused } from './use-paused.ts';

/** Those used last; search finds the others. */
const mostShown = 100;
export function SentPrompts({ switcher }: { readonly switcher: ReactNode }) {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const search = usePaused(typed);
  const prompts = useStudioQuery(
    'prompts.list',
    { search, limit: mostShown },
    { keepsPrevious: true },
  );
  const [menu, setMenu] = useState<OpenPromptMenu | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const items = prompts.data?.items ?? [];
  const shown = items.find(({ id }) => id === chosen) ?? items[0] ?? null;
  if (prompts.error && items.length === 0) {
    return (
      <EmptyState
        title={t('prompts:failedTitle')}
        text={errorWords(t, prompts.error)}
        actions={<Button onPress={() => void prompts.refetch()}>{t('retry')}</Button>}
      />
    );
  }
  return (
    <div className={styles['columns']} aria-busy={prompts.isPending}>
      <div className={styles['side']}>
        <div className={styles['search']}>
          {switcher}
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
          onMenu={(id, at) => setMenu({ id, at })}
        />
        {prompts.data && prompts.data.total > items.length && (
          <p className={styles['others']}>
            {t('prompts:others', { figure: formatCount(prompts.data.total - items.length) })}
          </p>
        )}
      </div>
      <PromptMenu
        menu={menu}
        textOf={(id) => items.find((item) => String(item.id) === id)?.text ?? null}
        onUse={(_, text) => navigate({ screen: 'create', prompt: text })}
        onClose={() => setMenu(null)}
      />
      {shown && <PromptDetail key={shown.id} prompt={shown} />}
    </div>
  );
}
