// The start-up order of the app, and nothing else.
import { app } from 'electron';
import { createAppLifetime } from './app-lifetime.ts';
import { untilDriven } from './driver.ts';
import { prepareHome } from './home.ts';
import { finishPendingWipe } from './pending-wipe.ts';
import { registerSchemes } from './protocols/schemes.ts';
import { claimSingleInstance } from './single-instance.ts';

const home = prepareHome(app);
if (claimSingleInstance(app)) {
  await finishPendingWipe(home);
  registerSchemes();
  const driven = untilDriven(app);
  const lifetime = createAppLifetime(home);
  // Not awaited: Electron becomes ready only after this module has been evaluated.
  void Promise.all([app.whenReady(), driven]).then(() => {
    lifetime.openWindow();
    // after the window, for which two processors are few; a process that is started just before it may cost the page its link
    setImmediate(() => lifetime.startEngine());
  });
} else {
  app.quit();
}
