// Tells the engine that the device was asleep. Decides nothing.
import { powerMonitor } from 'electron';

/** May be called once the app is ready. What does not arrive is not needed: an engine that starts looks for the cloud anyway. */
export function followPower(wakeUp: () => Promise<unknown>): void {
  powerMonitor.on('resume', () => void wakeUp().catch(() => undefined));
}
