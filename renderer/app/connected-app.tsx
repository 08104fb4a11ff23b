// The app with its engine: what stands before the frame (start, failure, first run), and what the frame shows.
import { type ReactNode, useEffect, useLayoutEffect } from 'react';
import { defaultPreferences } from '#shared/domain/preferences.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';
import { call, on } from '../engine/studio.ts';
import { SidebarLists } from '../collections/sidebar-lists.tsx';
import { useStudioQuery } from '../engine/queries.ts';
import { FirstRunScreen } from '../features/first-run/first-run-screen.tsx';
import { ConditionBanner } from '../features/startup/condition-banner.tsx';
import { EngineFailedScreen } from '../features/startup/engine-failed-screen.tsx';
import { useDockProgress } from '../notices/use-dock-progress.ts';
import { useJobNotices } from '../notices/use-job-notices.ts';
import { App } from './app.tsx';
import { applyAppearance } from './appearance.ts';
import { frameDataOf } from './connected-frame.ts';
import { EraseHost } from '../erase/erase-host.tsx';
import { FilesHost } from '../files/files-host.tsx';
import { navigate } from './router.ts';
import { isMac, windowControlsOf } from './platform.ts';
import { useTranslate } from '../i18n/translate-context.tsx';

export function ConnectedApp() {
  const t = useTranslate();
  useAppearance();
  useClipOfNotification();
  useJobNotices();
  useDockProgress();
  const health = useStudioQuery('shell.health', {});
  const profile = useStudioQuery('profile.get', {});
  const cloud = useStudioQuery('cloud.state', {});
  const counts = useStudioQuery('library.counts', {});
  const queue = useStudioQuery('generations.queue', {});
  const takeover = takeoverOf(health.data, profile.data);

  return (
    <App
      frame={frameDataOf(t, {
        counts: counts.data,
        cloud: cloud.data,
        active: queue.data?.active.length,
      })}
      windowControls={windowControlsOf(navigator)}
      commandsShortcut={isMac(navigator) ? '⌘K' : 'Ctrl K'}
      banner={
        <>
          <ConditionBanner />
          <FilesHost />
          <EraseHost />
        </>
      }
      lists={<SidebarLists />}
      takeover={takeover}
      onCopyDetails={(details) => void call('clipboard.writeText', { text: details })}
    />
  );
}

function useAppearance(): void {
  const { data } = useStudioQuery('preferences.get', {});
  const { theme, contrast, motion } = data ?? defaultPreferences;
  useEffect(() => applyAppearance({ theme, contrast, motion }), [theme, contrast, motion]);
  useLayoutEffect(() => {
    if (isMac(navigator)) document.documentElement.dataset['scrollbars'] = 'over';
  }, []);
}

/** A click on a notification leads to its clip. */
function useClipOfNotification(): void {
  useEffect(() => on('shell.openClip', ({ id }) => navigate({ screen: 'viewer', id })), []);
}

/** What stands in place of the frame, or `undefined` when nothing does. */
function takeoverOf(
  health: StudioOutput<'shell.health'> | undefined,
  profile: StudioOutput<'profile.get'> | undefined,
): ReactNode {
  if (health?.state === 'failed') return <EngineFailedScreen health={health} />;
  if (!profile) return <div aria-busy="true" />;
  return profile.ageConfirmedAt === null ? <FirstRunScreen /> : undefined;
}
