// What is kept by name: at the left the list with search and tags, at the right the one that is worked on.
import { type ReactNode, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { SavedPrompt } from '#shared/contract/saved-prompts.ts';
import { variablesOf } from '#shared/domain/prompt-variables.ts';
import type { SavedPromptKind } from '#shared/domain/saved-prompt.ts';
import { navigate, type Route } from '../../app/router.ts';
import { FirstFrame } from '../../clip/first-frame.tsx';
import { errorWords } from '../../engine/error-words.ts';
import { mediaUrl } from '../../engine/media.ts';
import { useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FilterChip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PlusIcon, StarIcon } from '../../ui/icons.ts';
import type { MenuAction } from '../../ui/menu.tsx';
import { MenuArea } from '../../ui/menu-area.tsx';
import { MediaFrame } from '../../ui/media-frame.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import listStyles from './prompt-list.module.css';
import styles from './prompts-screen.module.css';
import { SavedDetail } from './saved-detail.tsx';
import { type OpenPromptMenu, PromptMenu } from './prompt-menu.tsx';
import { usePaused } from './use-paused.ts';

export interface SavedPromptsProps {
  readonly kind: SavedPromptKind;
  readonly switcher: ReactNode;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

export function SavedPrompts({ kind, switcher, selected, onSelect }: SavedPromptsProps) {
  const t = useTranslate();
  const [menu, setMenu] = useState<OpenPromptMenu | null>(null);
  const change = useStudioCommand('savedPrompts.change');
  const duplicate = useStudioCommand('savedPrompts.duplicate');
  const [typed, setTyped] = useState('');
  const [tag, setTag] = useState<string | null>(null);
  const search = usePaused(typed);
  const found = useStudioQuery('savedPrompts.list', { kind, search, tag }, { keepsPrevious: true });
  const items = found.data?.items ?? [];
  const shown = items.find(({ id }) => id === selected) ?? items[0] ?? null;
  if (found.error && items.length === 0) {
    return (
      <EmptyState
        title={t('prompts:failedTitle')}
        text={errorWords(t, found.error)}
        actions={<Button onPress={() => void found.refetch()}>{t('retry')}</Button>}
      />
    );
  }
  return (
    <div className={styles['columns']} aria-busy={found.isPending}>
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
          {tag !== null && <FilterChip label={tag} onRemove={() => setTag(null)} />}
        </div>
        <MenuArea onMenu={(id, at) => setMenu({ id, at })}>
          <ListBox
            aria-label={t('prompts:list')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={shown ? [shown.id] : []}
            onSelectionChange={(keys) => {
              const [first] = keys === 'all' ? [] : [...keys];
              if (first !== undefined) onSelect(String(first));
            }}
            className={listStyles['list'] ?? ''}
            renderEmptyState={() => (
              <p className={listStyles['nothing']}>
                {search.trim() === '' && tag === null
                  ? t(kind === 'snippet' ? 'prompts:noSnippets' : 'prompts:noSaved')
                  : t('prompts:nothing', { query: search.trim() || (tag ?? '') })}
              </p>
            )}
          >
            {items.map((prompt) => (
              <ListBoxItem
                key={prompt.id}
                id={prompt.id}
                textValue={prompt.title}
                className={listStyles['item'] ?? ''}
              >
                <Row prompt={prompt} />
              </ListBoxItem>
            ))}
          </ListBox>
        </MenuArea>
      </div>
      <PromptMenu
        menu={menu}
        textOf={(id) => items.find((item) => item.id === id)?.text ?? null}
        onUse={kind === 'prompt' ? (id) => navigate(startWith(items, id)) : null}
        more={markAndCopy(t, items.find(({ id }) => id === menu?.id) ?? null, {
          mark: (id, isFavourite) => change.mutate({ id, isFavourite }),
          copy: (id) => duplicate.mutate({ id }, { onSuccess: (copy) => onSelect(copy.id) }),
        })}
        onClose={() => setMenu(null)}
      />
      {shown && <SavedDetail key={shown.id} id={shown.id} onTag={setTag} onGo={onSelect} />}
    </div>
  );
}

function startWith(items: readonly SavedPrompt[], id: string): Route {
  const prompt = items.find((item) => item.id === id);
  return prompt ? { screen: 'create', saved: prompt.id } : { screen: 'prompts' };
}

interface MarkAndCopy {
  readonly mark: (id: SavedPrompt['id'], isFavourite: boolean) => void;
  readonly copy: (id: SavedPrompt['id']) => void;
}

function markAndCopy(t: Translate, prompt: SavedPrompt | null, act: MarkAndCopy): MenuAction[] {
  if (!prompt) return [];
  const { id, isFavourite } = prompt;
  return [
    {
      id: 'favourite',
      label: t(isFavourite ? 'prompts:unfavourite' : 'prompts:favourite'),
      icon: StarIcon,
      startsGroup: true,
      onAction: () => act.mark(id, !isFavourite),
    },
    {
      id: 'duplicate',
      label: t('prompts:duplicate'),
      icon: PlusIcon,
      onAction: () => act.copy(id),
    },
  ];
}

function Row({ prompt }: { readonly prompt: SavedPrompt }) {
  const t = useTranslate();
  const { kind, title, text, newestOutput: output, isFavourite } = prompt;
  return (
    <>
      {kind === 'prompt' && (
        <div className={listStyles['thumb']}>
          <MediaFrame radius="sm">
            {output?.hasPoster && <img src={mediaUrl('poster', output.id)} alt="" loading="lazy" />}
            {output && !output.hasPoster && (
              <FirstFrame src={mediaUrl('output', output.id)} alt="" />
            )}
          </MediaFrame>
        </div>
      )}
      <div className={listStyles['words']}>
        <p className={listStyles['head']} dir="auto">
          {title}
          {isFavourite && <Icon glyph={StarIcon} size={14} isFilled />}
        </p>
        <p className={listStyles['rest']} dir="auto">
          {text}
        </p>
        <p className={listStyles['count']}>{rowNote(t, prompt)}</p>
      </div>
    </>
  );
}

function rowNote(t: Translate, { text, variables, clipCount, kind }: SavedPrompt): string {
  const count = variablesOf(text, variables).length;
  return [
    ...(kind === 'prompt'
      ? [t('prompts:clips', { count: clipCount, figure: formatCount(clipCount) })]
      : []),
    ...(count > 0 ? [t('prompts:variables', { count })] : []),
  ].join(' · ');
}
