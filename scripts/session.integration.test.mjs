// The private display and keychain: they start, answer, and leave nothing behind.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './child.mjs';
import { isInstalled } from './companion.mjs';
import { hasDisplay, startDisplay } from './display.mjs';
import { keychainSupported, startKeychain } from './keychain.mjs';

describe.runIf(isInstalled('Xvfb'))('a virtual display', () => {
  it('has a number of its own and ends when stopped', async () => {
    const [first, second] = await Promise.all([startDisplay(), startDisplay()]);
    expect(first.env.DISPLAY).toMatch(/^:\d+$/);
    expect(second.env.DISPLAY).not.toBe(first.env.DISPLAY);
    const socket = `/tmp/.X11-unix/X${first.env.DISPLAY.slice(1)}`;
    expect(existsSync(socket)).toBe(true);
    await Promise.all([first.stop(), second.stop()]);
    expect(existsSync(socket)).toBe(false);
  });

  it('is used only where there is none', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });
});

describe.runIf(keychainSupported())('a private keychain', () => {
  it('answers on a bus of its own and leaves no folder', async () => {
    const keychain = await startKeychain();
    const address = keychain.env.DBUS_SESSION_BUS_ADDRESS;
    const folder = dirname(/path=([^,]+)/.exec(address)?.[1] ?? '');
    expect(existsSync(folder)).toBe(true);
    const reply = await run(
      'dbus-send',
      [
        '--session',
        '--print-reply',
        '--dest=org.freedesktop.secrets',
        '/org/freedesktop/secrets',
        'org.freedesktop.DBus.Peer.Ping',
      ],
      { env: { ...process.env, ...keychain.env } },
    );
    expect(reply.code).toBe(0);
    await keychain.stop();
    expect(existsSync(folder)).toBe(false);
  });
});
