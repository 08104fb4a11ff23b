// The top bar of the viewer: back, title, take, favourite; previous and next; what can be done with the clip.
import type { ReactNode } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { Toolbar, ToolbarLine } from '../../app/toolbar.tsx';
import { clipTitle } from '../../clip/clip-words.ts';
import type { ClipActions } from '../../clip/use-clip-actions.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import {
  CreateIcon,
  FolderIcon,
  LeftIcon,
  PanelIcon,
  RightIcon,
  StarIcon,
  TrashIcon,
} from '../../ui/icons.ts';
import styles from './viewer-toolbar.module.css';

export interface ViewerSteps {
  /** `null` at the ends of the list. */
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
}

export interface ViewerToolbarProps {
  readonly clip: GenerationSummary;
  readonly leading: ReactNode;
  readonly actions: ClipActions;
  readonly steps: ViewerSteps;
  readonly onTrash: () => void;
  readonly isPanelOpen: boolean;
  readonly onPanel: () => void;
}

export function ViewerToolbar(props: ViewerToolbarProps) {
  const { clip, leading, actions, steps, onTrash, isPanelOpen, onPanel } = props;
  const t = useTranslate();
  const isThere = clip.output !== null && !clip.output.isMissing;
  return (
    <Toolbar
      title={clipTitle(clip)}
      leading={leading}
      note={
        <>
          {clip.takeCount > 1 && t('viewer:takeOf', { number: clip.take, total: clip.takeCount })}
          <IconButton
            label={t(clip.isFavourite ? 'viewer:removeFavourite' : 'viewer:addFavourite')}
            shortcut="S"
            glyph={StarIcon}
            isFilled={clip.isFavourite}
            onPress={() => actions.toggleFavourite(clip)}
            className={clip.isFavourite ? styles['favourite'] : undefined}
          />
        </>
      }
    >
      <IconButton
        label={t('viewer:previousClip')}
        shortcut="["
        glyph={LeftIcon}
        isDisabled={steps.previous === null}
        onPress={() => steps.previous?.()}
      />
      <IconButton
        label={t('viewer:nextClip')}
        shortcut="]"
        glyph={RightIcon}
        isDisabled={steps.next === null}
        onPress={() => steps.next?.()}
      />
      <ToolbarLine />
      <Button size="sm" variant="ghost" icon={CreateIcon} onPress={() => actions.reuse(clip)}>
        {t('viewer:useSettings')}
      </Button>
      <Button
        size="sm"
        icon={FolderIcon}
        isDisabled={!isThere}
        onPress={() => actions.reveal(clip)}
      >
        {t('viewer:showFile')}
      </Button>
      {clip.output && clip.trashedAt === null && (
        <IconButton
          label={t('organise:moveToTrash')}
          shortcut="Delete"
          glyph={TrashIcon}
          onPress={onTrash}
        />
      )}
      {clip.output && (
        <IconButton
          label={t('viewer:showDetails')}
          glyph={PanelIcon}
          isOn={isPanelOpen}
          onPress={onPanel}
        />
      )}
    </Toolbar>
  );
}
