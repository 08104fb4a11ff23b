// The user's own files, as a person sees them: coming into the library, and copies of clips going out.
import type { Locator, Page } from '@playwright/test';
import type { ElectronApplication } from 'playwright';

export class OwnFiles {
  readonly window: Page;
  readonly emptyImport: Locator;
  readonly toolbarImport: Locator;
  readonly report: Locator;
  readonly toasts: Locator;
  readonly menu: Locator;
  readonly missing: Locator;
  constructor(window: Page) {
    this.window = window;
    this.emptyImport = window.getByRole('main').getByText('Import videos and images…');
    this.toolbarImport = window.getByRole('button', { name: 'Import videos and images…' });
    this.report = window.getByRole('dialog', { name: /not imported/ });
    this.toasts = window.getByRole('alertdialog');
    this.menu = window.getByRole('menu');
    this.missing = window.getByRole('heading', { name: 'The file is not where it was' });
  }
  toast(words: string | RegExp): Locator {
    return this.toasts.filter({ hasText: words });
  }
  item(name: string): Locator {
    return this.menu.getByRole('menuitem', { name, exact: true });
  }
}

/** What the system's own dialogs answer from now on. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: { readonly open?: readonly string[]; readonly save?: string },
): Promise<void> {
  await app.evaluate(
    ({ dialog }, { open, save }) => {
      dialog.showOpenDialog = async () => ({ canceled: open.length === 0, filePaths: [...open] });
      dialog.showSaveDialog = async () => ({ canceled: save === '', filePath: save });
    },
    { open: answers.open ?? [], save: answers.save ?? '' },
  );
}

/** What is dragged out goes into a list instead of to the system, which has no other program here. */
export async function watchDrags(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const kept = globalThis as unknown as { dragged: string[] };
    kept.dragged = [];
    const [window] = BrowserWindow.getAllWindows();
    if (window) window.webContents.startDrag = ({ files = [] }) => kept.dragged.push(...files);
  });
  return () => app.evaluate(() => (globalThis as unknown as { dragged: string[] }).dragged);
}

/** The files in the clipboard of the system, as addresses. */
export async function readClipboardFiles(app: ElectronApplication): Promise<string[]> {
  const text = await app.evaluate(async ({ clipboard }) => {
    const old = clipboard as unknown as { readBuffer?: (format: string) => Uint8Array };
    if (old.readBuffer) return Buffer.from(old.readBuffer('text/uri-list')).toString('utf8');
    for (const item of await clipboard.read()) {
      const type = item.types.find((name) => name.includes('text/uri-list'));
      const blob = type === undefined ? null : await item.getType(type);
      if (blob instanceof Blob) return blob.text();
    }
    return '';
  });
  return text.split('\r\n').filter((line) => line !== '');
}
