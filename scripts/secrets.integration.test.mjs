// The app's secrets in a real keychain, through D-Bus, on a private bus.
import { readFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecretStore, deleteAllSecrets } from '../electron/host/secrets.ts';
import { run } from './child.mjs';
import { keychainSupported, startKeychain } from './keychain.mjs';

/** What the keychain itself says, asked with its own tool's protocol and not with the library that the app uses. */
async function keychainItems() {
  const { output = '' } = await run('dbus-send', [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.secrets',
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.SearchItems',
    'dict:string:string:account,kling-api-key',
  ]);
  return output.match(/object path "\/org\/freedesktop\/secrets\/collection\/[^"]+"/g)?.length ?? 0;
}

describe.runIf(keychainSupported())('secrets in the keychain', () => {
  let keychain;
  let home = '';
  const busBefore = process.env.DBUS_SESSION_BUS_ADDRESS;

  beforeAll(async () => {
    keychain = await startKeychain();
    process.env.DBUS_SESSION_BUS_ADDRESS = keychain.env.DBUS_SESSION_BUS_ADDRESS;
    home = mkdtempSync(join(tmpdir(), 'kling5-secrets-'));
  });
  afterAll(async () => {
    await keychain.stop();
    rmSync(home, { recursive: true, force: true });
    if (busBefore === undefined) delete process.env.DBUS_SESSION_BUS_ADDRESS;
    else process.env.DBUS_SESSION_BUS_ADDRESS = busBefore;
  });

  it('keeps them over a restart of the app, apart for each home, until all of one home are deleted', async () => {
    const store = createSecretStore(home);
    expect(await store.isAvailable()).toBe(true);
    expect(await keychainItems()).toBe(0);
    expect(await store.set('kling-api-key', 'canary-7f3q')).toEqual({ isPersistent: true });
    await createSecretStore(join(home, 'other')).set('kling-api-key', 'of another home');
    expect(await keychainItems()).toBe(2);

    expect(await createSecretStore(home).get('kling-api-key')).toBe('canary-7f3q');
    expect(await deleteAllSecrets(home)).toBe(1);
    expect(await createSecretStore(home).get('kling-api-key')).toBeNull();
    expect(await createSecretStore(join(home, 'other')).get('kling-api-key')).toBe(
      'of another home',
    );
    expect(await keychainItems()).toBe(1);
  });

  it('that stops answering holds nothing else up, and costs nothing that it kept', async () => {
    const store = createSecretStore(home, 400);
    await store.set('kling-api-key', 'canary-7f3q');
    process.kill(keychain.pid, 'SIGSTOP');
    try {
      const asked = Array.from({ length: 8 }, () => store.get('kling-api-key'));
      const answers = Promise.all(asked);
      const file = readFile(fileURLToPath(import.meta.url)).then(() => 'the file');
      expect(await Promise.race([file, answers])).toBe('the file');
      expect(await answers).toEqual(asked.map(() => null));
      expect(await store.isAvailable()).toBe(false);
      expect(await store.set('cloud-token', 'for this run')).toEqual({ isPersistent: false });
      expect(await store.get('cloud-token')).toBe('for this run');
    } finally {
      process.kill(keychain.pid, 'SIGCONT');
    }
    await expect.poll(() => createSecretStore(home).get('kling-api-key')).toBe('canary-7f3q');
  });
});
