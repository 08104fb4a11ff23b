// The application menu: standard roles, and the commands of the one table with their keys.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import {
  type ChosenKeys,
  type CommandId,
  commandIdsOn,
  commands,
  keysOf,
} from '#shared/commands.ts';

type Items = MenuItemConstructorOptions[];
const line: MenuItemConstructorOptions = { type: 'separator' };

/** Call it again when the keys have changed. */
export function setMenu(send: (command: CommandId) => void, chosen: ChosenKeys): void {
  const items = (menu: string): Items =>
    commandIdsOn({ isWindows: process.platform === 'win32' })
      .filter((id) => commands[id].menu === menu)
      .map((id) => {
        const keys = keysOf(id, chosen);
        return {
          label: commands[id].label,
          ...(keys !== null && { accelerator: keys }),
          click: () => send(id),
        };
      });
  const isMac = process.platform === 'darwin';
  const template: Items = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [...items('file'), line, isMac ? { role: 'close' } : { role: 'quit' }],
    },
    {
      label: 'Edit',
      submenu: [...items('edit-first'), line, ...editRoles(isMac), line, ...items('edit')],
    },
    { label: 'Go', submenu: items('go') },
    { label: 'Queue', submenu: items('queue') },
    {
      label: 'View',
      submenu: [
        ...items('view'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: items('help') },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function editRoles(isMac: boolean): Items {
  return [
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    ...(isMac ? [{ role: 'pasteAndMatchStyle' } as const] : []),
    { role: 'delete' },
    { role: 'selectAll' },
  ];
}
