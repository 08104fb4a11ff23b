// Tells the engine that there is a network again; it would find out by itself, later.
import { call } from './studio.ts';

export function followNetwork(): () => void {
  const tell = () => void call('network.returned', {}).catch(() => undefined); // an engine that starts looks anyway
  addEventListener('online', tell);
  return () => removeEventListener('online', tell);
}
