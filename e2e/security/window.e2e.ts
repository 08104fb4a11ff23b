// The official list for a secure window, checked from inside a real one.
import { expect, test } from '../fixtures.ts';
import { callStudio } from '../studio-call.ts';

test('the page has one door and no platform', async ({ studio }) => {
  const { window } = await studio.start();
  const seen = await window.evaluate(() => {
    const scope = globalThis as unknown as Record<string, unknown>;
    return {
      studio: Object.keys(scope['studio'] as object).sort(),
      require: typeof scope['require'],
      process: typeof scope['process'],
      electron: typeof scope['electron'],
    };
  });
  expect(seen).toEqual({
    studio: ['call', 'cancel', 'grantFile', 'subscribe'],
    require: 'undefined',
    process: 'undefined',
    electron: 'undefined',
  });
});

test('web preferences are the safe ones', async ({ studio }) => {
  const { app } = await studio.start();
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const all = (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      return {
        contextIsolation: all['contextIsolation'],
        sandbox: all['sandbox'],
        nodeIntegration: all['nodeIntegration'],
        webSecurity: all['webSecurity'],
        webviewTag: all['webviewTag'],
        experimentalFeatures: all['experimentalFeatures'] ?? false,
        allowRunningInsecureContent: all['allowRunningInsecureContent'] ?? false,
        enableBlinkFeatures: all['enableBlinkFeatures'] ?? '',
      };
    }),
  );
  expect(preferences).toEqual([
    {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      experimentalFeatures: false,
      allowRunningInsecureContent: false,
      enableBlinkFeatures: '',
    },
  ]);
});

test('nothing leads the window away', async ({ studio }) => {
  const { app, window, complaints } = await studio.start();
  const home = window.url();
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,hi']) {
    await window.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
      try {
        location.assign(url);
      } catch {
        // refused even earlier
      }
    }, target);
  }
  await window.evaluate(() => globalThis.open('https://example.com/'));
  expect(window.url()).toBe(home);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  complaints.length = 0; // each refusal is written to the console, as it should be
});

test('scripts that are not ours do not run, and permissions are denied', async ({ studio }) => {
  const { app, window, complaints } = await studio.start();
  const policy = await app.evaluate(async ({ session }) => {
    const page = await session.defaultSession.fetch('app://studio/index.html');
    return page.headers.get('content-security-policy') ?? '';
  });
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  const result = await window.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.head.append(script);
    const reached = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    const states = await Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    );
    return { injected: 'injected' in globalThis, reached, states };
  });
  expect(result.injected).toBe(false);
  expect(result.reached).toBe(false);
  expect(result.states).not.toContain('granted');
  // Each refusal is written to the console by design; here they are what was asked for.
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});

test('own protocols serve what they should and nothing else', async ({ studio }) => {
  const { app } = await studio.start();
  const statuses = await app.evaluate(async ({ session }) => {
    const ask = async (url: string) => {
      try {
        return (await session.defaultSession.fetch(url)).status;
      } catch {
        return 0;
      }
    };
    return {
      page: await ask('app://studio/index.html'),
      traversal: await ask('app://studio/%2e%2e%2fmain%2fmain.js'),
      backslash: await ask('app://studio/..%5cmain%5cmain.js'),
      otherHost: await ask('app://elsewhere/index.html'),
      unknownMedia: await ask('media://output/0123456789abcdef'),
      mediaTraversal: await ask('media://output/..%2f..%2fetc%2fpasswd'),
    };
  });
  expect(statuses).toEqual({
    page: 200,
    traversal: 404,
    backslash: 404,
    otherHost: 404,
    unknownMedia: 404,
    mediaTraversal: 404,
  });
});

test('calls outside the contract are refused', async ({ studio }) => {
  const { window } = await studio.start();
  for (const name of [
    'media.resolve',
    'engine.shutdown',
    'secrets.get',
    '__proto__',
    'constructor',
  ]) {
    await expect(callStudio(window, name as 'engine.ping', {})).rejects.toThrow(/invalid-input/);
  }
  await expect(
    callStudio(window, 'generations.create', { kind: 'text-to-video' } as never),
  ).rejects.toThrow(/invalid-input/);
});
