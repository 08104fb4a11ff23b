// The words of the new clip: as one text with its variables, or shot by shot where the model makes several.
import { findVariables } from '#shared/domain/prompt-variables.ts';
import { readShots, writeShots } from '#shared/domain/shots.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { PromptEditor } from '../../../ui/prompt-editor.tsx';
import styles from '../composer/composer-column.module.css';
import { PromptTools } from './prompt-tools.tsx';
import { ShotsEditor } from './shots-editor.tsx';
import type { Composer } from '../composer/use-composer.ts';
import { VariablesPanel } from '../../../prompt/variables-panel.tsx';

export interface PromptPartProps {
  readonly composer: Composer;
  readonly promptRef: React.RefObject<HTMLTextAreaElement | null>;
  readonly onFiles: (files: File[]) => void;
}

/** The most that can be asked for at all, until a model tells its own limit. */
const longestPrompt = 10_000;

export function PromptPart({ composer, promptRef, onFiles }: PromptPartProps) {
  const t = useTranslate();
  const { draft, change, composition, problem } = composer;
  const { prompt } = draft;
  const write = (words: string) => change({ type: 'prompt', prompt: words });
  const rules = composition?.model.multiShot;
  const seconds = composition?.parameters['duration'];
  const isMultiShot = rules && composition.parameters[rules.parameter] === true;
  const problemOf = (field: string) => (problem?.field === field ? problem.message : null);
  if (isMultiShot && typeof seconds === 'number' && readShots(prompt)) {
    return (
      <ShotsEditor
        rules={rules}
        prompt={prompt}
        totalSeconds={seconds}
        onPrompt={write}
        problem={problemOf('shots') ?? problemOf('prompt')}
      />
    );
  }
  return (
    <>
      <PromptEditor
        label={t('create:prompt')}
        labelEnd={<PromptTools composer={composer} promptRef={promptRef} />}
        value={prompt}
        onChange={write}
        maxLength={composition?.model.maxPromptLength ?? longestPrompt}
        placeholder={t('create:promptPlaceholder')}
        problem={problemOf('prompt')}
        onFiles={onFiles}
        dropHint={t('create:dropImage')}
        textAreaRef={promptRef}
        marks={findVariables(prompt)}
        className={styles['prompt']}
        note={
          isMultiShot && typeof seconds === 'number' ? (
            <Button size="xs" onPress={() => write(writeShots([{ seconds, words: prompt }]))}>
              {t('compose:shotsWrite')}
            </Button>
          ) : undefined
        }
      />
      <VariablesPanel
        variables={composition?.variables ?? []}
        onChange={(name, values) => change({ type: 'variable', name, values })}
        problem={problemOf('variables')}
      />
    </>
  );
}
