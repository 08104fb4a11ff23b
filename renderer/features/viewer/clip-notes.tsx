// Notes on a clip: saved while they are typed, and when the field, the clip or the window is left; Escape takes back what was typed.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { longestNotes } from '#shared/domain/clip-change.ts';
import { InspectorSection } from '../../app/inspector.tsx';
import type { Organise } from '../../clip/use-organise.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useKeptText } from './use-kept-text.ts';

export interface ClipNotesProps {
  readonly clip: GenerationDetail;
  readonly organise: Organise;
}

/** To be drawn anew for another clip. */
export function ClipNotes({ clip, organise }: ClipNotesProps) {
  const t = useTranslate();
  const text = useKeptText({
    saved: clip.notes,
    keep: (notes) => void organise.change([clip.id], { type: 'notes', notes }),
  });
  return (
    <InspectorSection>
      <TextArea
        label={t('organise:notes')}
        hint={t('organise:notesHint')}
        value={text.value}
        maxLength={longestNotes}
        onChange={text.type}
        onBlur={text.leave}
        onKeyDown={({ key, target }) => {
          if (key !== 'Escape') return;
          text.takeBack();
          if (target instanceof HTMLElement) target.blur();
        }}
      />
    </InspectorSection>
  );
}
