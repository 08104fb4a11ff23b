// Ctrl/⌘ K: things to do and places to go, found by typing. Must not do what cannot be undone.
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { startImport } from '../archive/import-flow.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Icon, type IconGlyph } from '../ui/icon.tsx';
import * as icons from '../ui/icons.ts';
import styles from './command-palette.module.css';
import { navigate, type Route } from './router.ts';

export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon: IconGlyph;
  /** At the end of the row: what kind of thing this is. */
  readonly kind: string;
  readonly run: () => void;
}

export function CommandPalette({ isOpen, onOpenChange }: CommandPaletteProps) {
  const t = useTranslate();
  const commands = useCommands();
  const { contains } = useFilter({ sensitivity: 'base' });
  const run = (command: Command) => {
    onOpenChange(false);
    command.run();
  };
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className={styles['scrim'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={t('frame.commands')} className={styles['palette'] ?? ''}>
          <Autocomplete filter={contains}>
            <SearchField
              autoFocus
              aria-label={t('frame.commands')}
              className={styles['search'] ?? ''}
            >
              <Icon glyph={icons.SearchIcon} />
              <Input placeholder={t('palette.placeholder')} className={styles['input'] ?? ''} />
            </SearchField>
            <Menu
              aria-label={t('frame.commands')}
              className={styles['list'] ?? ''}
              renderEmptyState={() => <p className={styles['empty']}>{t('nothingMatches')}</p>}
            >
              {commands.map((command) => (
                <MenuItem
                  key={command.id}
                  id={command.id}
                  textValue={command.label}
                  onAction={() => run(command)}
                  className={styles['row'] ?? ''}
                >
                  <Icon glyph={command.icon} />
                  <span>{command.label}</span>
                  <span className={styles['kind']}>{command.kind}</span>
                </MenuItem>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useCommands(): readonly Command[] {
  const t = useTranslate();
  const place = (label: string, icon: IconGlyph, route: Route): Command => ({
    id: route.screen,
    label,
    icon,
    kind: t('palette.place'),
    run: () => navigate(route),
  });
  return [
    {
      id: 'import-archive',
      label: t('yourData:importChoose'),
      icon: icons.ImportIcon,
      kind: t('palette.command'),
      run: startImport,
    },
    place(t('nav.create'), icons.CreateIcon, { screen: 'create' }),
    place(t('nav.queue'), icons.QueueIcon, { screen: 'queue' }),
    place(t('nav.library'), icons.LibraryIcon, { screen: 'library' }),
    place(t('nav.prompts'), icons.PromptIcon, { screen: 'prompts' }),
    place(t('nav.assets'), icons.ImageIcon, { screen: 'assets' }),
    place(t('nav.yourData'), icons.DataIcon, { screen: 'your-data', tab: 'overview' }),
    place(t('nav.account'), icons.AccountIcon, { screen: 'account' }),
    place(t('nav.settings'), icons.SettingsIcon, { screen: 'settings', section: 'general' }),
  ];
}
