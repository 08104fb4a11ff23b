// Links that may leave for the system browser: https to a short list of places, nothing else.
import { shell } from 'electron';

const allowedHosts = new Set([
  'kling-5.com',
  'www.kling-5.com',
  'checkout.stripe.com',
  'billing.stripe.com',
]);

export const supportAddress = 'support@kling-5.com';

/** Whether an address may be handed to the system. Pure. */
export function isAllowedExternal(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.port === '' &&
    allowedHosts.has(url.hostname)
  );
}

export async function openExternal(address: string): Promise<void> {
  if (isAllowedExternal(address)) await shell.openExternal(address);
}

export async function openSupportMail(version: string): Promise<void> {
  await shell.openExternal(
    `mailto:${supportAddress}?subject=${encodeURIComponent(`Kling 5 Studio ${version}`)}`,
  );
}
