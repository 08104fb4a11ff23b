// The top bar of the viewer: back, title, take, favourite; previous and next; what can be done with the clip.
import type { ReactNode } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { useMediaQuery } from '../../app/media-query.ts';
import { navigate } from '../../app/router.ts';
import { Toolbar, ToolbarLine } from '../../app/toolbar.tsx';
import { clipTitle } from '../../clip/clip-words.ts';
import { FileDragHandle } from '../../files/file-drag-handle.tsx';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import {
  CompareIcon,
  ExtendIcon,
  FolderIcon,
  LeftIcon,
  MoreIcon,
  PanelIcon,
  RemixIcon,
  RightIcon,
  StarIcon,
} from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';
import { clipMenuActions, type ClipMenuInput, comparedWith } from './clip-menu-actions.ts';
import styles from './viewer-toolbar.module.css';

export interface ViewerSteps {
  /** `null` at the ends of the list. */
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
}

export interface ViewerToolbarProps extends ClipMenuInput {
  readonly leading: ReactNode;
  readonly steps: ViewerSteps;
  readonly isPanelOpen: boolean;
  /** False for a moment on the way in: the title alone. */
  readonly isSettled: boolean;
  readonly onPanel: () => void;
}

export function ViewerToolbar(props: ViewerToolbarProps) {
  const { clip, leading, actions, steps, isPanelOpen, onPanel } = props;
  const t = useTranslate();
  const hasRoom = useMediaQuery('(min-width: 1180px)');
  if (!props.isSettled) return <Toolbar title={clipTitle(clip)} leading={leading} />;
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
      <Steps steps={steps} />
      <ToolbarLine />
      {hasRoom && <Starts {...props} />}
      <Button
        size="sm"
        icon={FolderIcon}
        isDisabled={clip.output === null || clip.output.isMissing}
        onPress={() => actions.reveal(clip)}
      >
        {t('viewer:showFile')}
      </Button>
      {clip.output && !clip.output.isMissing && <FileDragHandle ids={[clip.id]} />}
      <Menu
        label={t('viewer:moreActions')}
        trigger={<IconButton label={t('viewer:moreActions')} glyph={MoreIcon} />}
        actions={clipMenuActions(props, t)}
      />
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

function Steps({ steps }: Pick<ViewerToolbarProps, 'steps'>) {
  const t = useTranslate();
  return (
    <>
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
    </>
  );
}

/** What one goes on to most, in sight where there is room; all of them are in the menu as well. */
function Starts(props: ClipMenuInput) {
  const t = useTranslate();
  const { clip } = props;
  const { id, output } = clip satisfies GenerationSummary;
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        icon={RemixIcon}
        onPress={() => navigate({ screen: 'create', from: id, mode: 'vary' })}
      >
        {t('viewer:vary')}
      </Button>
      <Button
        size="sm"
        variant="ghost"
        icon={ExtendIcon}
        isDisabled={output === null}
        onPress={() => navigate({ screen: 'create', from: id, mode: 'extend' })}
      >
        {t('viewer:extend')}
      </Button>
      <Button
        size="sm"
        variant="ghost"
        icon={CompareIcon}
        isDisabled={output === null}
        onPress={() => navigate({ screen: 'compare', ids: comparedWith(props) })}
      >
        {t('viewer:compare')}
      </Button>
    </>
  );
}
