// Beside the player: details and history of the clip, in two tabs.
import { useState } from 'react';
import type { GenerationDetail, GenerationSummary } from '#shared/contract/generation.ts';
import { Inspector, InspectorSection } from '../../app/inspector.tsx';
import { cloudPlace } from '../../clip/cloud-place.ts';
import { ParametersSection, PlacesSection, PromptSection } from '../../clip/clip-details.tsx';
import { LineageSection } from '../../clip/lineage-section.tsx';
import { MarksSection, TagsSection } from '../../clip/order-sections.tsx';
import type { ClipActions } from '../../clip/use-clip-actions.ts';
import { type Organise, useOrganise } from '../../clip/use-organise.ts';
import { errorWords } from '../../engine/error-words.ts';
import { mediaUrl } from '../../engine/media.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { ProblemIcon } from '../../ui/icons.ts';
import { MediaFrame } from '../../ui/media-frame.tsx';
import { Note } from '../../ui/note.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ClipNotes } from './clip-notes.tsx';
import { ClipTitleField } from './clip-title-field.tsx';
import { History } from './history.tsx';
import { KeepHere } from './keep-here.tsx';
import { TrashedNote } from './trashed-note.tsx';
import { RateTake } from './rate-take.tsx';
import styles from './viewer-inspector.module.css';

export interface ViewerInspectorProps {
  readonly clip: GenerationSummary;
  /** `null` until it is read; what the grid knows is shown before. */
  readonly detail: GenerationDetail | null;
  readonly actions: ClipActions;
  /** False for a moment on the way in: the panel is there, and empty. */
  readonly isSettled: boolean;
  readonly onClose: () => void;
  /** Counts up whenever the title should get the focus. */
  readonly renamings: number;
}

export function ViewerInspector(props: ViewerInspectorProps) {
  const { clip, detail, actions, isSettled, onClose, renamings } = props;
  const t = useTranslate();
  const [tab, setTab] = useState<'details' | 'history' | 'notes'>('details');
  const organise = useOrganise();
  return (
    <Inspector
      label={t('viewer:details')}
      onClose={onClose}
      head={
        <>
          <h2 className={styles['heading']}>{t('viewer:details')}</h2>
          {isSettled && (
            <SegmentedControl
              label={t('viewer:show')}
              isLabelHidden
              isBare
              size="sm"
              segments={[
                { value: 'details', label: t('viewer:details') },
                { value: 'history', label: t('viewer:history') },
                { value: 'notes', label: t('organise:notes') },
              ]}
              value={tab}
              onChange={setTab}
              className={styles['tabs']}
            />
          )}
        </>
      }
    >
      {actions.error && (
        <InspectorSection>
          <Note icon={ProblemIcon} tone="danger" isAlert>
            {errorWords(t, actions.error)}
          </Note>
        </InspectorSection>
      )}
      <TrashedNote clip={clip} organise={organise} />
      {isSettled && tab === 'details' && (
        <Details
          clip={clip}
          detail={detail}
          actions={actions}
          organise={organise}
          renamings={renamings}
        />
      )}
      {detail && tab === 'history' && <History clip={detail} />}
      {detail && tab === 'notes' && <ClipNotes key={detail.id} clip={detail} organise={organise} />}
    </Inspector>
  );
}

interface DetailsProps extends Omit<ViewerInspectorProps, 'onClose' | 'isSettled'> {
  readonly organise: Organise;
}

function Details({ clip, detail, actions, organise, renamings }: DetailsProps) {
  const t = useTranslate();
  return (
    <>
      <ClipTitleField clip={clip} renamings={renamings} />
      <MarksSection clip={clip} organise={organise} />
      {clip.prompt !== '' && (
        <PromptSection
          prompt={clip.prompt}
          onCopy={() => actions.copy(clip.prompt)}
          onReuse={() => actions.reuse(clip)}
        />
      )}
      <ParametersSection clip={clip} onCopy={actions.copy}>
        {detail && detail.images.length > 0 && <Images clip={detail} />}
      </ParametersSection>
      <LineageSection id={clip.id} />
      <PlacesSection
        clip={clip}
        cloudPlace={cloudPlace(t, detail?.provider ?? '', detail?.region ?? '')}
      >
        {detail && <KeepHere clip={detail} />}
      </PlacesSection>
      {detail && <TagsSection id={clip.id} tags={detail.tags} organise={organise} />}
      {detail && detail.kind !== 'imported' && detail.output && <RateTake clip={detail} />}
    </>
  );
}

function Images({ clip }: { readonly clip: GenerationDetail }) {
  const t = useTranslate();
  return (
    <ul className={styles['images']}>
      {clip.images.map(({ role, assetId }, index) => {
        const word = t(`viewer:role.${role}`, { number: index + 1 });
        return (
          <li key={`${role}-${assetId}`} className={styles['image']}>
            <MediaFrame radius="sm">
              <img src={mediaUrl('asset', assetId)} alt={word} />
            </MediaFrame>
            <span aria-hidden="true">{word}</span>
          </li>
        );
      })}
    </ul>
  );
}
