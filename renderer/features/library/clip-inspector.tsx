// The details of the clip that has the focus, beside the grid; a sum when several are selected.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { Inspector, InspectorSection } from '../../app/inspector.tsx';
import { ParametersSection, PlacesSection, PromptSection } from '../../clip/clip-details.tsx';
import { ClipPoster } from '../../clip/clip-poster.tsx';
import { clipTitle } from '../../clip/clip-words.ts';
import { CopyState } from '../../clip/copy-state.tsx';
import type { Picked } from '../../clip/picked-clips.ts';
import type { ClipActions } from '../../clip/use-clip-actions.ts';
import { LineageSection } from '../../clip/lineage-section.tsx';
import { MarksSection, TagsSection } from '../../clip/order-sections.tsx';
import type { Organise } from '../../clip/use-organise.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { FolderIcon, PlayIcon, ProblemIcon, StarIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import styles from './clip-inspector.module.css';
import { sumWords } from './selection-bar.tsx';

export interface ClipInspectorProps {
  readonly clip: GenerationSummary | null;
  readonly picked: Picked;
  readonly cloudPlace: string;
  readonly actions: ClipActions;
  readonly organise: Organise;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

interface Selected {
  readonly clip: GenerationSummary;
}

export function ClipInspector(props: ClipInspectorProps) {
  const { clip, picked, actions, organise, cloudPlace, onOpen, onClose } = props;
  const t = useTranslate();
  const count = picked.ids.length;
  if (count > 1 || !clip) {
    return (
      <Inspector label={t('library:details')} onClose={onClose}>
        <InspectorSection>
          {count > 1 ? (
            <>
              <p className={styles['title']}>{t('library:severalSelected', { count })}</p>
              <p className={styles['quiet']}>{sumWords(picked.sums)}</p>
            </>
          ) : (
            <p className={styles['quiet']}>{t('library:nothingSelected')}</p>
          )}
        </InspectorSection>
      </Inspector>
    );
  }
  return (
    <Inspector label={t('library:details')} onClose={onClose}>
      <InspectorSection>
        <ClipPoster output={clip.output} />
        <div className={styles['head']}>
          <h3 className={styles['title']} dir="auto">
            {clipTitle(clip)}
          </h3>
          <IconButton
            size="sm"
            label={t(clip.isFavourite ? 'library:removeFavourite' : 'library:addFavourite')}
            glyph={StarIcon}
            isFilled={clip.isFavourite}
            onPress={() => actions.toggleFavourite(clip)}
          />
        </div>
        <div className={styles['buttons']}>
          <Button size="sm" icon={PlayIcon} isWide onPress={() => onOpen(clip.id)}>
            {t('library:open')}
          </Button>
          {clip.output && !clip.output.isMissing && (
            <Button size="sm" icon={FolderIcon} isWide onPress={() => actions.reveal(clip)}>
              {t('library:showFile')}
            </Button>
          )}
        </div>
        {actions.error && (
          <Note icon={ProblemIcon} tone="danger" isAlert>
            {errorWords(t, actions.error)}
          </Note>
        )}
      </InspectorSection>
      <MarksSection clip={clip} organise={organise} />
      {clip.prompt !== '' && (
        <PromptSection
          prompt={clip.prompt}
          onCopy={() => actions.copy(clip.prompt)}
          onReuse={() => actions.reuse(clip)}
        />
      )}
      <ParametersSection clip={clip} onCopy={actions.copy} />
      <LineageSection id={clip.id} />
      <Places clip={clip} cloudPlace={cloudPlace} />
      <Tags clip={clip} organise={organise} />
    </Inspector>
  );
}

/** The grid does not know what was asked of the cloud: it comes with the clip's details. */
function Places({ clip, cloudPlace }: Pick<ClipInspectorProps, 'cloudPlace'> & Selected) {
  const detail = useStudioQuery('generations.get', { id: clip.id }).data;
  return (
    <PlacesSection clip={clip} cloudPlace={cloudPlace}>
      {detail && <CopyState clip={detail} />}
    </PlacesSection>
  );
}

/** The grid does not know tags: they are asked for with the clip. */
function Tags({ clip, organise }: Pick<ClipInspectorProps, 'organise'> & Selected) {
  const tags = useStudioQuery('generations.get', { id: clip.id }).data?.tags;
  return tags ? <TagsSection id={clip.id} tags={tags} organise={organise} /> : null;
}
