// Beside the prompt: snippets to put in where the cursor is, and keeping the words in the prompt library.
import type { RefObject } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { toAppError } from '#shared/errors.ts';
import type { SavedPrompt } from '#shared/contract/saved-prompts.ts';
import { formatRoute, navigate } from '../../../app/router.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { call } from '../../../engine/studio.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import {
  CheckIcon,
  CreateIcon,
  MoreIcon,
  PlusIcon,
  PromptIcon,
  ProblemIcon,
} from '../../../ui/icons.ts';
import { Menu, type MenuAction } from '../../../ui/menu.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useToasts } from '../../../ui/toast.tsx';
import { titleFor } from '../../../prompt/title-for.ts';
import styles from './prompt-tools.module.css';
import type { Composer } from '../composer/use-composer.ts';

export interface PromptToolsProps {
  readonly composer: Composer;
  readonly promptRef: RefObject<HTMLTextAreaElement | null>;
}

export function PromptTools({ composer, promptRef }: PromptToolsProps) {
  const t = useTranslate();
  const snippets = useStudioQuery('savedPrompts.list', { kind: 'snippet' }).data?.items ?? [];
  const { keep, saveSnippet } = useKeeping(composer);
  const { draft } = composer;
  const insert = (snippet: SavedPrompt) =>
    afterMenu(() => insertWords(promptRef.current, snippet.text));
  const selected = () => {
    const box = promptRef.current;
    return box ? box.value.slice(box.selectionStart, box.selectionEnd).trim() : '';
  };
  const isEmpty = draft.prompt.trim() === '';
  const actions: MenuAction[] = [
    ...snippets.map((snippet) => ({
      id: snippet.id,
      label: snippet.title,
      icon: PlusIcon,
      onAction: () => insert(snippet),
    })),
    {
      id: 'keep-snippet',
      label: t('compose:snippetKeep'),
      startsGroup: snippets.length > 0,
      isDisabled: isEmpty,
      onAction: () => saveSnippet(selected() || draft.prompt.trim()),
    },
    {
      id: 'save',
      label: t(draft.savedPromptId === null ? 'compose:save' : 'compose:saveAgain'),
      icon: CreateIcon,
      startsGroup: true,
      isDisabled: isEmpty,
      onAction: keep,
    },
  ];
  return (
    <span className={styles['tools']}>
      <Menu
        label={t('compose:snippets')}
        trigger={<IconButton size="sm" label={t('compose:snippets')} glyph={MoreIcon} />}
        actions={actions}
      />
      <TextLink icon={PromptIcon} href={formatRoute({ screen: 'prompts' })}>
        {t('create:fromLibrary')}
      </TextLink>
    </span>
  );
}

function useKeeping({ draft, change }: Composer) {
  const t = useTranslate();
  const toasts = useToasts();
  const client = useQueryClient();
  const run = (work: () => Promise<void>) => {
    work()
      .then(() => client.invalidateQueries({ predicate: isOfSavedPrompts }))
      .catch((thrown: unknown) =>
        toasts.show({ text: errorWords(t, toAppError(thrown)), icon: ProblemIcon }),
      );
  };
  const words = { text: draft.prompt, variables: draft.variables };
  return {
    saveSnippet: (text: string) =>
      run(async () => {
        const title = titleFor(text);
        await call('savedPrompts.add', { kind: 'snippet', title, text });
        toasts.show({ text: t('compose:snippetKept', { name: title }), icon: CheckIcon });
      }),
    keep: () =>
      run(async () => {
        const { savedPromptId: id } = draft;
        const saved =
          id === null
            ? await call('savedPrompts.add', { title: titleFor(draft.prompt), ...words })
            : await call('savedPrompts.change', { id, ...words });
        change({ type: 'saved', id: saved.id });
        toasts.show({
          text: t(id === null ? 'compose:saved' : 'compose:savedVersion'),
          icon: CheckIcon,
          action: { label: t('compose:openSaved'), onPress: () => navigate({ screen: 'prompts' }) },
        });
      }),
  };
}

const isOfSavedPrompts = ({ queryKey: [name] }: { queryKey: readonly unknown[] }) =>
  typeof name === 'string' && name.startsWith('savedPrompts.');

const mostFrames = 60;

/** An open menu keeps the focus to itself: nothing can be typed elsewhere before it is gone. */
function afterMenu(act: () => void): void {
  const look = (left: number) => {
    const isOpen = document.querySelector('[role="menu"]') !== null;
    if (isOpen && left > 0) requestAnimationFrame(() => look(left - 1));
    else requestAnimationFrame(act);
  };
  requestAnimationFrame(() => look(mostFrames));
}

/** As if it were typed, so that it can be undone like typing. */
function insertWords(box: HTMLTextAreaElement | null, words: string): void {
  if (!box) return;
  box.focus();
  const before = box.value.slice(0, box.selectionStart);
  const text = before === '' || /\s$/.test(before) ? words : ` ${words}`;
  // the only way that the browser's own undo knows of
  document.execCommand('insertText', false, text);
}
