// The prompts as a list of one choice: the clip that came of each last, its first words, how often it was used.
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { StudioOutput } from '#shared/contract/studio.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { MenuArea, type MenuAreaProps } from '../../ui/menu-area.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { LastClip } from './last-clip.tsx';
import styles from './prompt-list.module.css';
import { firstWords } from './prompt-words.ts';

export type StoredPrompt = StudioOutput<'prompts.list'>['items'][number];

export interface PromptListProps {
  readonly items: readonly StoredPrompt[];
  readonly selected: number | null;
  readonly isLoading: boolean;
  readonly search: string;
  readonly onSelect: (id: number) => void;
  readonly onMenu: MenuAreaProps['onMenu'];
}

export function PromptList({
  items,
  selected,
  isLoading,
  search,
  onSelect,
  onMenu,
}: PromptListProps) {
  const t = useTranslate();
  if (isLoading) return <ListSkeleton />;
  if (items.length === 0) {
    return <p className={styles['nothing']}>{t('prompts:nothing', { query: search.trim() })}</p>;
  }
  return (
    <MenuArea onMenu={onMenu}>
      <ListBox
        aria-label={t('prompts:list')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [first] = keys === 'all' ? [] : [...keys];
          if (first !== undefined) onSelect(Number(first));
        }}
        className={styles['list'] ?? ''}
      >
        {items.map((prompt) => {
          const { head, rest } = firstWords(prompt.text);
          const count = { count: prompt.useCount, figure: formatCount(prompt.useCount) };
          return (
            <ListBoxItem
              key={prompt.id}
              id={prompt.id}
              textValue={prompt.text}
              className={styles['item'] ?? ''}
            >
              <div className={styles['thumb']}>
                <LastClip id={prompt.lastGenerationId} />
              </div>
              <div className={styles['words']}>
                <p className={styles['head']} dir="auto">
                  {head}
                </p>
                <p className={styles['rest']} dir="auto">
                  {rest}
                </p>
                <p className={styles['count']}>{t('prompts:clips', count)}</p>
              </div>
            </ListBoxItem>
          );
        })}
      </ListBox>
    </MenuArea>
  );
}

function ListSkeleton() {
  return (
    <div className={styles['list']}>
      {Array.from({ length: 9 }, (_, index) => (
        <div key={index} className={styles['item']}>
          <div className={styles['thumb']}>
            <Skeleton isPoster />
          </div>
          <div className={styles['waiting']}>
            <Skeleton width="70%" height="12px" />
            <Skeleton width="90%" height="10px" />
          </div>
        </div>
      ))}
    </div>
  );
}
