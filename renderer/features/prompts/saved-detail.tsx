// One prompt or snippet that is kept by name: its words and variables, its tags, what came of it, and how it was worded before.
import { useState } from 'react';
import type { SavedPromptDetail } from '#shared/contract/saved-prompts.ts';
import {
  countPrompts,
  findVariables,
  variablesOf,
  type VariableValues,
} from '#shared/domain/prompt-variables.ts';
import { longestPromptTitle, longestSavedText } from '#shared/domain/saved-prompt.ts';
import type { SavedPromptId } from '#shared/domain/saved-prompt-schemas.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { call } from '../../engine/studio.ts';
import { useOnLeave } from '../../engine/use-on-leave.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { VariablesPanel } from '../../prompt/variables-panel.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import { PromptEditor } from '../../ui/prompt-editor.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './saved-detail.module.css';
import { SavedActions } from './saved-actions.tsx';
import { SavedClips } from './saved-clips.tsx';
import { SavedTags } from './saved-tags.tsx';
import { SavedVersions } from './saved-versions.tsx';
import detail from './detail-page.module.css';

export interface SavedDetailProps {
  readonly id: SavedPromptId;
  /** Shows only what carries this tag. */
  readonly onTag: (tag: string) => void;
  /** Another one, or none, is to be shown. */
  readonly onGo: (id: string | null) => void;
}

export function SavedDetail({ id, onTag, onGo }: SavedDetailProps) {
  const t = useTranslate();
  const { data: prompt, error } = useStudioQuery('savedPrompts.get', { id });
  if (error) {
    return (
      <section aria-label={t('prompts:text')} className={detail['page']}>
        <Note icon={ProblemIcon} tone="danger" isAlert>
          {errorWords(t, error)}
        </Note>
      </section>
    );
  }
  if (!prompt)
    return <section aria-busy="true" aria-label={t('prompts:text')} className={detail['page']} />;
  return <Editor prompt={prompt} onTag={onTag} onGo={onGo} />;
}

interface Words {
  readonly text: string;
  readonly variables: VariableValues;
}

function Editor({
  prompt,
  onTag,
  onGo,
}: Omit<SavedDetailProps, 'id'> & { readonly prompt: SavedPromptDetail }) {
  const t = useTranslate();
  const change = useStudioCommand('savedPrompts.change');
  const [title, setTitle] = useState(prompt.title);
  const { words, setWords, isChanged, save, reset } = useWords(prompt);
  const { id } = prompt;
  const keepTitle = () => {
    const tidy = title.trim();
    if (tidy === '') setTitle(prompt.title);
    else if (tidy !== prompt.title) change.mutate({ id, title: tidy });
  };
  const variables = variablesOf(words.text, words.variables);
  const count = countPrompts(variables);
  return (
    <section aria-label={t('prompts:text')} className={detail['page']}>
      <div className={detail['inner']}>
        <div className={styles['top']}>
          <TextField
            aria-label={t('prompts:titleLabel')}
            value={title}
            maxLength={longestPromptTitle}
            onChange={setTitle}
            onBlur={keepTitle}
            className={styles['title']}
          />
          <SavedActions prompt={prompt} isChanged={isChanged} onSave={save} onGo={onGo} />
        </div>
        <SavedTags prompt={prompt} onTag={onTag} />
        <PromptEditor
          label={t('prompts:text')}
          value={words.text}
          onChange={(text) => setWords({ ...words, text })}
          maxLength={longestSavedText}
          marks={findVariables(words.text)}
          className={styles['editor']}
          note={
            isChanged ? (
              <span className={styles['unsaved']}>
                <Button
                  size="xs"
                  variant="primary"
                  busy={change.isPending}
                  onPress={() => void save()}
                >
                  {t('prompts:saveVersion')}
                </Button>
                <Button size="xs" variant="ghost" onPress={reset}>
                  {t('prompts:discard')}
                </Button>
              </span>
            ) : undefined
          }
        />
        <VariablesPanel
          variables={variables}
          onChange={(name, values) =>
            setWords({ ...words, variables: { ...words.variables, [name]: [...values] } })
          }
          problem={null}
        />
        {variables.length > 0 && count > 1 && (
          <p className={styles['batch']}>
            {t('compose:batchMakes', {
              product: variables.map(({ name, values }) => `${values.length} ${name}`).join(' × '),
              figure: formatCount(count),
            })}
          </p>
        )}
        {prompt.kind === 'prompt' && <SavedClips prompt={prompt} />}
        <SavedVersions prompt={prompt} onRestore={setWords} />
      </div>
    </section>
  );
}

/** What is being typed. It is kept as a new version by the button, and by leaving: nothing that was typed is lost. */
function useWords(prompt: SavedPromptDetail) {
  const [words, setWords] = useState<Words>(prompt);
  const isChanged =
    words.text.trim() !== '' &&
    (words.text !== prompt.text ||
      JSON.stringify(words.variables) !== JSON.stringify(prompt.variables));
  const save = async () => {
    if (!isChanged) return;
    const variables = Object.entries(words.variables).map(([name, values]) => [name, [...values]]);
    await call('savedPrompts.change', {
      id: prompt.id,
      text: words.text,
      variables: Object.fromEntries(variables) as Record<string, string[]>,
    });
  };
  useOnLeave(() => void save().catch(() => undefined));
  return {
    words,
    setWords,
    isChanged,
    save,
    reset: () => setWords({ text: prompt.text, variables: prompt.variables }),
  };
}
