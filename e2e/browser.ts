// A browser that is not ours, for pages that people open without the app. Scripts are off and there is no network; what a page asks
// for is noted all the same.
import { spawnSync } from 'node:child_process';
import { type Browser, type BrowserContext, chromium } from 'playwright';

export interface PlainBrowser {
  readonly context: BrowserContext;
  /** Addresses that were asked for, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

function findBrowser(): string {
  const found = names.find((name) => spawnSync(name, ['--version']).status === 0);
  if (found === undefined) {
    throw new Error(
      `This needs a browser (${names.join(', ')}). Debian and Ubuntu: sudo apt-get install chromium`,
    );
  }
  return found;
}

export async function openPlainBrowser(): Promise<PlainBrowser> {
  const which = spawnSync('which', [findBrowser()], { encoding: 'utf8' }).stdout.trim();
  const browser: Browser = await chromium.launch({ executablePath: which, args: ['--no-sandbox'] });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    offline: true,
    viewport: { width: 1280, height: 800 },
  });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  return { context, requests, close: () => browser.close() };
}
