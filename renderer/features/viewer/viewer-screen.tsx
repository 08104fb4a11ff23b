// The Viewer: one clip as large as it gets, its facts, its story. Previous and next follow the order of the library.
import { useEffect, useMemo, useState } from 'react';
import type { GenerationDetail, GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { usePainted } from '../../app/after-paint.ts';
import { navigate, useRoute } from '../../app/router.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { Toolbar } from '../../app/toolbar.tsx';
import { clipTitle } from '../../clip/clip-words.ts';
import { useLibraryFilter, useLibraryList } from '../../clip/library-data.ts';
import { type Neighbours, neighboursOf } from '../../clip/library-order.ts';
import { useLibraryView } from '../../clip/library-view.ts';
import { useKnownClip, useReadAhead } from '../../clip/use-known-clip.ts';
import { useClipActions } from '../../clip/use-clip-actions.ts';
import { useOrganise } from '../../clip/use-organise.ts';
import { noteOpened } from '../../commands/recent.ts';
import { errorWords } from '../../engine/error-words.ts';
import { libraryRoute } from '../../collections/collections-data.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { BackIcon } from '../../ui/icons.ts';
import { changePlayerSettings, usePlayerSettings } from '../../player/player-settings.ts';
import { NotReady } from './not-ready.tsx';
import { Playing } from './playing.tsx';
import { useLeaveOnEscape } from './use-player-keys.ts';
import { ViewerToolbar } from './viewer-toolbar.tsx';

const noTakes: readonly GenerationSummary[] = [];

export function ViewerScreen() {
  const route = useRoute();
  return route.screen === 'viewer' ? <Viewer id={route.id} /> : null;
}

function Viewer({ id }: { readonly id: GenerationId }) {
  const t = useTranslate();
  const detail = useStudioQuery('generations.get', { id });
  const list = useLibraryList(useLibraryFilter());
  const takes = useStudioQuery('clips.takes', { id }).data?.items ?? noTakes;
  const neighbours = useMemo(() => {
    const withoutFile = new Set(list.first.flatMap((clip) => (clip.output ? [] : [clip.id])));
    return neighboursOf(list.ids, id, (other) => !withoutFile.has(other));
  }, [list.ids, list.first, id]);
  useEffect(() => noteOpened(id), [id]);
  useReadAhead([neighbours.next, neighbours.previous]);
  // What the grid knows is enough for the picture; the rest follows.
  const known = useKnownClip(id);
  const clip = detail.data ?? (detail.error ? null : known);
  if (clip) {
    return <Shown clip={clip} detail={detail.data ?? null} neighbours={neighbours} takes={takes} />;
  }
  return (
    <>
      <Toolbar title={t('library:title')} leading={<BackButton />} />
      <ScreenBody>
        {detail.error ? (
          <EmptyState
            title={t('viewer:gone')}
            text={errorWords(t, detail.error)}
            actions={<Button onPress={leave}>{t('viewer:backToLibrary')}</Button>}
          />
        ) : (
          <div aria-busy="true" />
        )}
      </ScreenBody>
    </>
  );
}

interface ShownProps {
  readonly clip: GenerationSummary;
  /** `null` until it is read. */
  readonly detail: GenerationDetail | null;
  readonly neighbours: Neighbours;
  readonly takes: readonly GenerationSummary[];
}

function Shown({ clip, detail, neighbours, takes }: ShownProps) {
  const select = useLibraryView((view) => view.select);
  const [attempt, setAttempt] = useState(0);
  // On the way in the picture comes first: what stands around it is drawn after it.
  const isSettled = usePainted(true, false);
  const actions = useClipActions();
  const organise = useOrganise();
  const isPanelOpen = usePlayerSettings((settings) => settings.isPanelOpen);
  const setPanelOpen = (isOpen: boolean) => changePlayerSettings({ isPanelOpen: isOpen });
  const goTo = (target: GenerationId | null) => {
    if (!target) return;
    // Coming back to the grid finds the clip that was last watched.
    select({ type: 'pick-only', id: target });
    navigate({ screen: 'viewer', id: target }, { replace: true });
  };
  const steps = {
    previous: neighbours.previous && (() => goTo(neighbours.previous)),
    next: neighbours.next && (() => goTo(neighbours.next)),
  };
  /** To the next clip, as when one goes through what was made; what leaves an empty list leaves the viewer. */
  const toTrash = async () => {
    const follower = neighbours.next ?? neighbours.previous;
    if (!(await organise.change([clip.id], { type: 'trash' }))) return;
    if (follower) goTo(follower);
    else leave();
  };
  const onTrash = () => {
    if (clip.trashedAt === null) void toTrash();
  };
  useLeaveOnEscape(leave);
  return (
    <>
      <ViewerToolbar
        clip={clip}
        takes={takes}
        leading={<BackButton />}
        isSettled={isSettled}
        actions={actions}
        steps={steps}
        onTrash={onTrash}
        isPanelOpen={isPanelOpen}
        onPanel={() => setPanelOpen(!isPanelOpen)}
      />
      {clip.output ? (
        <Playing
          key={`${clip.id} ${clip.output.isMissing} ${attempt}`} // a file that is back is another player
          clip={clip}
          detail={detail}
          output={clip.output}
          takes={takes}
          actions={actions}
          steps={steps}
          organise={organise}
          onTrash={onTrash}
          isSettled={isSettled}
          onRetry={() => setAttempt(attempt + 1)}
          onClosePanel={isPanelOpen ? () => setPanelOpen(false) : null}
        />
      ) : (
        <NotReady clip={clip} title={clipTitle(clip)} />
      )}
    </>
  );
}

function BackButton() {
  const t = useTranslate();
  return <IconButton label={t('viewer:back')} shortcut="Esc" glyph={BackIcon} onPress={leave} />;
}

function leave(): void {
  navigate(libraryRoute());
}
