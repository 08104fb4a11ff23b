// The application menu: standard roles, and the screens with their shortcuts.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export function setMenu(send: (command: string) => void): void {
  const go = (label: string, command: string, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => send(command),
  });
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        go('New clip', 'go.create', 'CmdOrCtrl+N'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'Go',
      submenu: [
        go('Create', 'go.create', 'CmdOrCtrl+1'),
        go('Queue', 'go.queue', 'CmdOrCtrl+2'),
        go('Library', 'go.library', 'CmdOrCtrl+3'),
        go('Prompts', 'go.prompts', 'CmdOrCtrl+4'),
        go('Assets', 'go.assets', 'CmdOrCtrl+5'),
        { type: 'separator' },
        go('Your data', 'go.your-data', 'CmdOrCtrl+6'),
        go('Account', 'go.account', 'CmdOrCtrl+7'),
        go('Settings', 'go.settings', 'CmdOrCtrl+,'),
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
