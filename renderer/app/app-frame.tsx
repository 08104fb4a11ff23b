// The window: sidebar, a banner for a condition that lasts, and the screen. Everything it shows is passed in.
import type { ReactNode } from 'react';
import styles from './app-frame.module.css';
import type { FrameData, WindowControls } from './frame-data.ts';
import { useMediaQuery } from './media-query.ts';
import { usePaneCycling } from './panes.ts';
import type { ScreenName } from './router.ts';
import { Sidebar } from './sidebar.tsx';
import { useNoStrayDrops } from './stray-drops.ts';

export interface AppFrameProps {
  readonly frame: FrameData;
  readonly current: ScreenName;
  readonly windowControls: WindowControls;
  /** A `Banner`, or nothing. */
  readonly banner?: ReactNode;
  /** In the sidebar, under the links. */
  readonly lists?: ReactNode;
  readonly onCommands?: (() => void) | undefined;
  readonly commandsShortcut: string;
  /** A screen: `Toolbar`, perhaps `SubBar`, and `ScreenBody`. */
  readonly children: ReactNode;
}

/** Screens that need the whole width for the picture. */
const railScreens: readonly ScreenName[] = ['viewer', 'compare'];

export function AppFrame(props: AppFrameProps) {
  const { frame, current, windowControls, banner, lists, onCommands, commandsShortcut, children } =
    props;
  const isNarrow = useMediaQuery('(max-width: 1099px)');
  const isRail = isNarrow || railScreens.includes(current);
  usePaneCycling();
  useNoStrayDrops();
  return (
    <div className={styles['frame']} data-rail={isRail || undefined} data-controls={windowControls}>
      <Sidebar
        frame={frame}
        current={current}
        isRail={isRail}
        lists={lists}
        windowControls={windowControls}
        onCommands={onCommands}
        commandsShortcut={commandsShortcut}
      />
      <main className={styles['main']} data-screen={current}>
        <div className={styles['banner']}>{banner}</div>
        <div className={styles['screen']}>{children}</div>
      </main>
    </div>
  );
}
