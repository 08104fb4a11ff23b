// One window on one library: a second start brings the first to the front and ends.
import type { App } from 'electron';

export function claimSingleInstance(app: App): boolean {
  return app.requestSingleInstanceLock();
}
