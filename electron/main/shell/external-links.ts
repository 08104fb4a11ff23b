// The two ways out of the window: the system browser for allowed addresses, the mail program for support.
import { shell } from 'electron';
import { isAllowedExternal } from './external-address.ts';
import { type Mail, mailAddress } from './mail-address.ts';

const supportAddress = 'support@kling-5.com';

export async function openExternal(address: string): Promise<void> {
  if (isAllowedExternal(address)) await shell.openExternal(address);
}

export async function openSupportMail(mail: Mail): Promise<void> {
  await shell.openExternal(mailAddress(supportAddress, mail));
}
