// Lets a test that drives the app be there before the first window is. A debugger that comes while the page is being loaded may miss
// what it waits for, and then waits for ever. A packaged app never waits.

/** Playwright calls this function as soon as it is attached. */
const attached = '__playwright_run';

/** Resolves at once, unless the app was started with KLING5_DRIVEN=1. */
export function untilDriven({ isPackaged }: { readonly isPackaged: boolean }): Promise<void> {
  const isDriven = process.env['KLING5_DRIVEN'] === '1';
  delete process.env['KLING5_DRIVEN']; // nobody drives what this process starts
  if (isPackaged || !isDriven) return Promise.resolve();
  return new Promise((resolve) => {
    Object.assign(globalThis, { [attached]: resolve });
  });
}
