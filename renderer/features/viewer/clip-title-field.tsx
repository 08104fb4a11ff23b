// The title of a clip, to be changed in place: Enter or leaving the field saves, Escape takes it back.
import { useEffect, useRef, useState } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { InspectorSection } from '../../app/inspector.tsx';
import { clipTitle } from '../../clip/clip-words.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioCommand } from '../../engine/queries.ts';
import { useOnLeave } from '../../engine/use-on-leave.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface ClipTitleFieldProps {
  readonly clip: GenerationSummary;
  /** Counts up whenever the field should get the focus. */
  readonly renamings: number;
}

const longestTitle = 200;

export function ClipTitleField({ clip, renamings }: ClipTitleFieldProps) {
  const t = useTranslate();
  const update = useStudioCommand('generations.update');
  const saved = clip.title.trim() === '' ? '' : clipTitle(clip);
  /** What is being typed; `null` while it is as saved. */
  const [typed, setTyped] = useState<string | null>(null);
  const isCancelled = useRef(false);
  const section = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (renamings > 0) section.current?.querySelector('input')?.select();
  }, [renamings]);
  const save = () => {
    const title = (typed ?? saved).trim();
    if (isCancelled.current || title === saved) setTyped(null);
    else update.mutate({ id: clip.id, title }, { onSuccess: () => setTyped(null) });
    isCancelled.current = false;
  };
  useOnLeave(() => {
    if (typed !== null) save();
  });
  return (
    <InspectorSection>
      <div ref={section}>
        <TextField
          label={t('viewer:title')}
          size="sm"
          value={typed ?? saved}
          placeholder={clipTitle({ title: '', prompt: clip.prompt }).slice(0, 60)}
          maxLength={longestTitle}
          onChange={setTyped}
          onBlur={save}
          problem={update.error ? errorWords(t, update.error) : null}
          onKeyDown={({ key, target }) => {
            if (key !== 'Enter' && key !== 'Escape') return;
            isCancelled.current = key === 'Escape';
            if (target instanceof HTMLElement) target.blur();
          }}
        />
      </div>
    </InspectorSection>
  );
}
