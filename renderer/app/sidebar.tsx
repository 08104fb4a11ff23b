// The left pane: where one can go, the collections, and two true facts at the foot. A rail of icons when there is no room.
import { memo, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { formatBytes, formatCount } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon, type IconGlyph } from '../ui/icon.tsx';
import * as icons from '../ui/icons.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { usePainted } from './after-paint.ts';
import type { FrameData, WindowControls } from './frame-data.ts';
import { NavLink } from './nav-link.tsx';
import { formatRoute, type Route, type ScreenName } from './router.ts';
import styles from './sidebar.module.css';

export interface SidebarProps {
  readonly frame: FrameData;
  readonly current: ScreenName;
  readonly isRail: boolean;
  /** Under the links: what the user made to find clips by. */
  readonly lists?: ReactNode;
  readonly windowControls: WindowControls;
  /** Opens the command palette. Without it the button is not drawn. */
  readonly onCommands?: (() => void) | undefined;
  readonly commandsShortcut: string;
}

export function Sidebar(props: SidebarProps) {
  const { frame, current, lists, windowControls, onCommands, commandsShortcut } = props;
  const t = useTranslate();
  // The styles make it a rail at once; what is in it follows when the picture beside it is painted.
  const wasRail = usePainted(props.isRail);
  const isRail = props.isRail && wasRail;
  return (
    <aside
      aria-label={t('frame.sidebar')}
      data-pane="sidebar"
      className={styles['sidebar']}
      data-rail={props.isRail || undefined}
    >
      <div className={styles['head']}>
        {windowControls !== 'left' && !isRail && (
          <span className={styles['name']}>{t('appName')}</span>
        )}
      </div>
      {onCommands && (
        <CommandsButton isRail={isRail} onPress={onCommands} shortcut={commandsShortcut} />
      )}
      <div className={styles['scroll']}>
        <Links frame={frame} current={sectionOf(current)} isRail={isRail} />
        {!isRail && <div className={styles['lists']}>{lists}</div>}
      </div>
      <Facts frame={frame} isRail={isRail} />
    </aside>
  );
}

/** What is opened from the Library belongs to it. */
function sectionOf(current: ScreenName): ScreenName {
  return current === 'viewer' || current === 'compare' ? 'library' : current;
}

interface CommandsButtonProps {
  readonly isRail: boolean;
  readonly onPress: () => void;
  readonly shortcut: string;
}

/** Not drawn again with every screen. */
const CommandsButton = memo(function CommandsButton(props: CommandsButtonProps) {
  const { isRail, onPress, shortcut } = props;
  const t = useTranslate();
  const label = t('frame.commands');
  if (isRail) {
    return (
      <IconButton
        label={label}
        shortcut={shortcut}
        glyph={icons.SearchIcon}
        onPress={onPress}
        tooltipPlacement="right"
        className={styles['commands-rail']}
      />
    );
  }
  return (
    <Button onPress={onPress} className={styles['commands'] ?? ''}>
      <Icon glyph={icons.SearchIcon} size={14} />
      <span className={styles['commands-word']}>{label}</span>
      <Kbd>{shortcut}</Kbd>
    </Button>
  );
});

type LinksProps = Pick<SidebarProps, 'frame' | 'current' | 'isRail'>;

/** Not drawn again with every screen. */
const Links = memo(function Links({ frame, current, isRail }: LinksProps) {
  const t = useTranslate();
  const { counts } = frame;
  const link = (route: Route, label: string, glyph: IconGlyph, count = 0, isLive = false) => (
    <NavLink
      href={formatRoute(route)}
      label={label}
      glyph={glyph}
      isRail={isRail}
      isCurrent={route.screen === current}
      count={count > 0 ? formatCount(count) : undefined}
      isLive={isLive && count > 0}
    />
  );
  return (
    <>
      <nav aria-label={t('nav.main')} className={styles['nav']}>
        {link({ screen: 'create' }, t('nav.create'), icons.CreateIcon)}
        {link({ screen: 'queue' }, t('nav.queue'), icons.QueueIcon, counts?.active, true)}
        {link({ screen: 'library' }, t('nav.library'), icons.LibraryIcon, counts?.clips)}
        {link({ screen: 'prompts' }, t('nav.prompts'), icons.PromptIcon, counts?.prompts)}
        {link({ screen: 'assets' }, t('nav.assets'), icons.ImageIcon, counts?.assets)}
      </nav>
      <nav aria-label={t('nav.you')} className={styles['nav']}>
        {link({ screen: 'your-data', tab: 'overview' }, t('nav.yourData'), icons.DataIcon)}
        {link({ screen: 'account' }, t('nav.account'), icons.AccountIcon)}
        {link({ screen: 'settings', section: 'general' }, t('nav.settings'), icons.SettingsIcon)}
      </nav>
    </>
  );
});

/** Not drawn again with every screen. */
const Facts = memo(function Facts({ frame, isRail }: Pick<SidebarProps, 'frame' | 'isRail'>) {
  const t = useTranslate();
  const { storedBytes, cloud } = frame;
  const cloudGlyph = cloud?.isReachable === false ? icons.CloudOffIcon : icons.CloudIcon;
  if (isRail) {
    return (
      <div className={styles['foot-rail']}>
        {cloud && (
          <Tooltip text={cloud.label} placement="right">
            <Button className={styles['fact-button'] ?? ''} aria-label={cloud.label}>
              <Icon glyph={cloudGlyph} />
            </Button>
          </Tooltip>
        )}
      </div>
    );
  }
  return (
    <div className={styles['foot']}>
      <Fact
        glyph={icons.DeviceIcon}
        text={
          storedBytes === null ? null : t('frame.onThisDevice', { bytes: formatBytes(storedBytes) })
        }
      />
      <Fact glyph={cloudGlyph} text={cloud?.label ?? null} />
    </div>
  );
});

/** Keeps its place while it is not known. */
function Fact({ glyph, text }: { readonly glyph: IconGlyph; readonly text: string | null }) {
  return (
    <p className={styles['fact']}>
      {text !== null && (
        <>
          <Icon glyph={glyph} size={14} />
          <span className={styles['fact-word']}>{text}</span>
        </>
      )}
    </p>
  );
}
