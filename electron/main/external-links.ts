// The two ways out of the window: the system browser for allowed addresses, the mail program for support.
import { shell } from 'electron';
import { isAllowedExternal } from './external-address.ts';

const supportAddress = 'support@kling-5.com';

export async function openExternal(address: string): Promise<void> {
  if (isAllowedExternal(address)) await shell.openExternal(address);
}

export async function openSupportMail(version: string): Promise<void> {
  const subject = encodeURIComponent(`Kling 5 Studio ${version}`);
  await shell.openExternal(`mailto:${supportAddress}?subject=${subject}`);
}
