// The least that Electron can show: a window with one line of text. The baseline for start-up.
const { app, BrowserWindow } = require('electron');

if (process.env.KLING5_HOME) app.setPath('userData', process.env.KLING5_HOME);
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('data:text/html,<p>One line of text</p>');
});
app.on('window-all-closed', () => app.quit());
