// The menu of the right button in a text of the window, drawn by the system. Cards and rows have menus of their own, which the page draws.
import { BrowserWindow, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { textMenu, type TextMenuRow } from './text-menu.ts';

export function offerTextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, place) => {
    const rows = textMenu(place);
    const window = BrowserWindow.fromWebContents(contents);
    if (rows.length === 0 || window === null) return;
    Menu.buildFromTemplate(rows.map((row) => itemOf(row, contents))).popup({ window });
  });
}

function itemOf(row: TextMenuRow, contents: WebContents): MenuItemConstructorOptions {
  switch (row.type) {
    case 'line':
      return { type: 'separator' };
    case 'words':
      return { label: row.label, enabled: false };
    case 'spelling':
      return { label: row.word, click: () => contents.replaceMisspelling(row.word) };
    case 'role':
      return { role: row.role, enabled: row.isEnabled };
    case 'checks-spelling': {
      const { session } = contents;
      return {
        label: row.label,
        type: 'checkbox',
        checked: session.isSpellCheckerEnabled(),
        click: ({ checked }) => session.setSpellCheckerEnabled(checked),
      };
    }
    default:
      return row satisfies never;
  }
}
