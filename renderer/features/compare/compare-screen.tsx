// Compare: two to four clips on one clock, side by side or on top of one another, and what differs between them.
import { useMemo, useState } from 'react';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { mostCompared, navigate, useRoute } from '../../app/router.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { Toolbar, ToolbarLine } from '../../app/toolbar.tsx';
import { clipTitle } from '../../clip/clip-words.ts';
import { useClipActions } from '../../clip/use-clip-actions.ts';
import { useOrganise } from '../../clip/use-organise.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { BackIcon, RemixIcon } from '../../ui/icons.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { AddClip } from './add-clip.tsx';
import type { CompareCommand } from './compare-keys.ts';
import { type CompareMode, compareModes, CompareStage } from './compare-stage.tsx';
import styles from './compare-screen.module.css';
import { CompareTable } from './compare-table.tsx';
import { CompareTransport } from './compare-transport.tsx';
import type { PaneDecisions } from './pane-actions.ts';
import { areTakes } from './pane-names.ts';
import { useCompared } from './use-compared.ts';
import { useCompareKeys } from './use-compare-keys.ts';
import { type SyncPlayer, useSyncPlayer } from './use-sync-player.ts';

export function CompareScreen() {
  const route = useRoute();
  return route.screen === 'compare' ? <Compare ids={route.ids} /> : null;
}

const show = (ids: readonly GenerationId[]) =>
  navigate({ screen: 'compare', ids: ids.slice(0, mostCompared) }, { replace: true });

function Compare({ ids }: { readonly ids: readonly GenerationId[] }) {
  const t = useTranslate();
  const { clips, isLoading, hasLost } = useCompared(ids);
  const [mode, setMode] = useState<CompareMode>('side');
  const [chosen, setChosen] = useState(0);
  const current = Math.min(chosen, Math.max(0, clips.length - 1));
  const player = useSyncPlayer(useFilms(clips));
  const decisions = useDecisions(ids);
  const swap = () => {
    const [first, second, ...others] = ids;
    if (first !== undefined && second !== undefined) show([second, first, ...others]);
  };
  useCompareKeys((command) =>
    act(command, { player, decisions, clips, current, mode, setMode, setChosen, swap }),
  );
  return (
    <>
      <Toolbar
        title={t('compare:title')}
        leading={
          <IconButton label={t('compare:back')} shortcut="Esc" glyph={BackIcon} onPress={leave} />
        }
        note={
          clips[0] ? (
            <span className={styles['title']} dir="auto">
              {areTakes(clips) || clips.length === 1
                ? clipTitle(clips[0])
                : t('compare:clips', { count: clips.length })}
            </span>
          ) : undefined
        }
      >
        <SegmentedControl
          label={t('compare:mode')}
          isLabelHidden
          size="sm"
          segments={compareModes.map((value) => ({
            value,
            label: t(`compare:${value}`),
            isDisabled: value !== 'side' && clips.length < 2,
          }))}
          value={mode}
          onChange={setMode}
        />
        <ToolbarLine />
        <Button
          size="sm"
          variant="ghost"
          icon={RemixIcon}
          isDisabled={clips.length < 2}
          onPress={swap}
        >
          {t('compare:swap')}
        </Button>
        <AddClip
          clips={clips}
          isDisabled={ids.length >= mostCompared}
          onAdd={(id) => show([...ids, id])}
        />
      </Toolbar>
      <ScreenBody>
        {clips.length === 0 ? (
          !isLoading && <Nothing hasLost={hasLost} />
        ) : (
          <div role="region" aria-label={t('compare:player')} className={styles['compare']}>
            <CompareStage
              clips={clips}
              mode={mode}
              current={current}
              player={player}
              decisions={decisions}
            />
            <CompareTransport
              player={player}
              count={clips.length}
              current={current}
              onCurrent={setChosen}
            />
            {clips.length > 1 ? (
              <CompareTable clips={clips} />
            ) : (
              <p className={styles['hint']}>{t('compare:onlyOne')}</p>
            )}
          </div>
        )}
      </ScreenBody>
    </>
  );
}

function Nothing({ hasLost }: { readonly hasLost: boolean }) {
  const t = useTranslate();
  return (
    <EmptyState
      title={t('compare:nothingTitle')}
      text={hasLost ? t('compare:gone') : t('compare:nothingText')}
      actions={
        <Button onPress={() => navigate({ screen: 'library' })}>{t('compare:toLibrary')}</Button>
      }
    />
  );
}

/** The same list as long as it is about the same films: the players go on. */
function useFilms(clips: readonly GenerationDetail[]) {
  const facts = clips
    .flatMap(({ id, output }) =>
      output && !output.isMissing ? [`${id} ${output.durationMs} ${output.fps}`] : [],
    )
    .join(',');
  return useMemo(
    () =>
      facts
        .split(',')
        .filter(Boolean)
        .map((film) => {
          const [id = '', durationMs, fps] = film.split(' ');
          return { id, durationMs: Number(durationMs), fps: Number(fps) };
        }),
    [facts],
  );
}

function useDecisions(ids: readonly GenerationId[]): PaneDecisions {
  const organise = useOrganise();
  const actions = useClipActions();
  const without = (id: GenerationId) => show(ids.filter((other) => other !== id));
  return {
    toggleFavourite: actions.toggleFavourite,
    rate: ({ id }, rating) => void organise.change([id], { type: 'rate', rating }),
    open: ({ id }) => navigate({ screen: 'viewer', id }),
    reuse: actions.reuse,
    remove: ({ id }) => without(id),
    trash: ({ id }) => {
      const trash = async () => {
        if (await organise.change([id], { type: 'trash' })) without(id);
      };
      void trash();
    },
  };
}

interface Scene {
  readonly player: SyncPlayer;
  readonly decisions: PaneDecisions;
  readonly clips: readonly GenerationDetail[];
  readonly current: number;
  readonly mode: CompareMode;
  readonly setMode: (mode: CompareMode) => void;
  readonly setChosen: (index: number) => void;
  readonly swap: () => void;
}

function act(command: CompareCommand, scene: Scene): void {
  const { player, decisions, clips, current, mode, setMode, setChosen, swap } = scene;
  const clip = clips[current];
  switch (command.type) {
    case 'toggle-play':
      return player.togglePlay();
    case 'pause':
      return player.pause();
    case 'previous-frame':
      return player.step(-1);
    case 'next-frame':
      return player.step(1);
    case 'toggle-loop':
      return player.setLooping(!player.isLooping);
    case 'next-mode':
      return setMode(
        compareModes[(compareModes.indexOf(mode) + 1) % compareModes.length] ?? 'side',
      );
    case 'swap':
      return swap();
    case 'choose':
      return command.index < clips.length ? setChosen(command.index) : undefined;
    case 'favourite':
      return clip && decisions.toggleFavourite(clip);
    case 'rate':
      return clip && decisions.rate(clip, command.rating);
    case 'trash':
      return clip?.trashedAt === null ? decisions.trash(clip) : undefined;
    case 'leave':
      return leave();
    default:
      return command satisfies never;
  }
}

/** Where one came from: the library, or the viewer. */
function leave(): void {
  if (history.length > 1) history.back();
  else navigate({ screen: 'library' });
}
