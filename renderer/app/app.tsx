// Puts words, toasts, frame and the screen of the current address together. What the frame shows is passed in.
import { type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { TranslateProvider } from '../i18n/translate-context.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { AppFrame } from './app-frame.tsx';
import styles from './app-frame.module.css';
import { CommandPalette } from '../commands/command-palette.tsx';
import { useCommandSources, useRunCommand } from '../commands/use-command.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import type { FrameData, WindowControls } from './frame-data.ts';
import { formatRoute, useRoute } from './router.ts';
import { preloadScreens, screens } from './screens.tsx';

export interface AppProps {
  readonly frame: FrameData;
  readonly windowControls: WindowControls;
  /** `⌘K` or `Ctrl K`. */
  readonly commandsShortcut: string;
  /** A `Banner` for a condition that lasts. */
  readonly banner?: ReactNode;
  /** In the sidebar, under the links. */
  readonly lists?: ReactNode;
  /** In place of frame and screen: first run, a library that cannot be opened. It is put inside a `main`. */
  readonly takeover?: ReactNode;
  readonly onCopyDetails?: (details: string) => void;
}

/** The first seconds belong to what was asked for. */
const settledMs = 2000;

export function App(props: AppProps) {
  return (
    <I18nProvider locale="en-US">
      <TranslateProvider language="en">
        <ToastProvider>
          <Window {...props} />
        </ToastProvider>
      </TranslateProvider>
    </I18nProvider>
  );
}

function Window({
  frame,
  windowControls,
  commandsShortcut,
  banner,
  lists,
  takeover,
  onCopyDetails,
}: AppProps) {
  const route = useRoute();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const isFramed = takeover === undefined && route.screen !== 'components';
  const openPalette = useCallback(() => setPaletteOpen(true), []);
  const togglePalette = useCallback(() => setPaletteOpen((isOpen) => !isOpen), []);
  const run = useRunCommand(togglePalette);
  useCommandSources(isFramed, run);
  useEffect(() => {
    if (!isFramed) return undefined;
    const timer = setTimeout(preloadScreens, settledMs);
    return () => clearTimeout(timer);
  }, [isFramed]);
  const Screen = screens[route.screen];
  const content = (
    <ErrorBoundary resetKey={formatRoute(route)} onCopyDetails={onCopyDetails}>
      <Suspense fallback={null}>{takeover ?? <Screen />}</Suspense>
    </ErrorBoundary>
  );
  if (!isFramed) {
    return (
      <main className={styles['bare']} data-controls={windowControls}>
        {content}
      </main>
    );
  }
  return (
    <>
      <AppFrame
        frame={frame}
        current={route.screen}
        windowControls={windowControls}
        banner={banner}
        lists={lists}
        commandsShortcut={commandsShortcut}
        onCommands={openPalette}
      >
        {content}
      </AppFrame>
      <CommandPalette isOpen={isPaletteOpen} onOpenChange={setPaletteOpen} run={run} />
    </>
  );
}
