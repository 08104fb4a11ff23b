// Notes on a clip: saved when the field is left, and when the clip is; Escape takes back what was typed.
import { useRef, useState } from 'react';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { longestNotes } from '#shared/domain/clip-change.ts';
import { InspectorSection } from '../../app/inspector.tsx';
import type { Organise } from '../../clip/use-organise.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { TextArea } from '../../ui/text-area.tsx';

export interface ClipNotesProps {
  readonly clip: GenerationDetail;
  readonly organise: Organise;
}

export function ClipNotes({ clip, organise }: ClipNotesProps) {
  const t = useTranslate();
  /** What is being typed; `null` while it is as saved. */
  const [typed, setTyped] = useState<string | null>(null);
  const isCancelled = useRef(false);
  const save = async () => {
    const notes = isCancelled.current ? null : typed;
    isCancelled.current = false;
    if (notes !== null && notes !== clip.notes) {
      const isSaved = await organise.change([clip.id], { type: 'notes', notes });
      if (!isSaved) return; // what was typed stays in sight, and the reason was told
    }
    setTyped(null);
  };
  return (
    <InspectorSection>
      <TextArea
        label={t('organise:notes')}
        hint={t('organise:notesHint')}
        value={typed ?? clip.notes}
        maxLength={longestNotes}
        onChange={setTyped}
        onBlur={() => void save()}
        onKeyDown={({ key, target }) => {
          if (key !== 'Escape') return;
          isCancelled.current = true;
          if (target instanceof HTMLElement) target.blur();
        }}
      />
    </InspectorSection>
  );
}
