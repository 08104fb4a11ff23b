// Refuses requests that a web page made under another name for this address (DNS rebinding). Pure.
import { Refusal } from '../refusal.ts';

export function checkHost(host: string | undefined, port: number): void {
  if (host === `127.0.0.1:${port}` || host === `localhost:${port}`) return;
  throw new Refusal('forbidden', 'This address is reached as 127.0.0.1 or localhost only.');
}
