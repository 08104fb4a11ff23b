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
  const ready = app.whenReady();
  void Promise.all([ready, driven]).then(() => lifetime.openWindow());
  // After the window, for which two processors are few; whoever drives the app is not waited for.
  void ready.then(() => setImmediate(() => lifetime.startEngine()));
} else {
  app.quit();
}
