// Importing an archive as a person sees it: the panel in Your data, the dialog about one archive, and the system's dialog before it.
import type { Locator, Page } from '@playwright/test';
import type { ElectronApplication } from 'playwright';

export class ImportPanel {
  readonly window: Page;
  readonly panel: Locator;
  readonly choose: Locator;
  readonly progress: Locator;
  readonly cancel: Locator;
  readonly showInLibrary: Locator;
  constructor(window: Page) {
    this.window = window;
    this.panel = window.getByRole('region', { name: 'Import', exact: true });
    this.choose = this.panel.getByRole('button', { name: 'Import an archive…', exact: true });
    this.progress = this.panel.getByRole('progressbar');
    this.cancel = this.panel.getByRole('button', { name: 'Cancel', exact: true });
    this.showInLibrary = this.panel.getByRole('button', { name: 'Show in library', exact: true });
  }
}

export class ImportDialog {
  readonly window: Locator;
  readonly import: Locator;
  readonly close: Locator;
  readonly contents: Locator;
  constructor(window: Page) {
    this.window = window.getByRole('dialog');
    this.import = this.window.getByRole('button', { name: 'Import', exact: true });
    this.close = this.window.getByRole('button', { name: /^(Cancel|Close)$/ });
    this.contents = this.window.getByRole('table', { name: 'What the archive holds' });
  }

  /** Its cells, the heading of the row first. */
  row(kind: string): Locator {
    return this.contents.getByRole('row').filter({ hasText: kind }).getByRole('cell');
  }
}

/** Answers the next dialog that opens a file with `path`, as a person's click would. */
export async function answerOpenDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, path);
}

/** Drops a file of this disk onto an element. The page gets it from a field, as only such a file has a place on the disk. */
export async function dropFile(window: Page, target: Locator, path: string): Promise<void> {
  await window.evaluate(() => {
    const { document } = globalThis as unknown as { document: PageDocument };
    const field = document.createElement('input');
    field.type = 'file';
    field.id = 'dropped';
    document.body.append(field);
  });
  await window.locator('#dropped').setInputFiles(path);
  await target.evaluate((element) => {
    const page = globalThis as unknown as { document: PageDocument } & DropTypes;
    const field = page.document.getElementById('dropped');
    const transfer = new page.DataTransfer();
    const [file] = field.files;
    if (file !== undefined) transfer.items.add(file);
    field.remove();
    for (const type of ['dragenter', 'dragover', 'drop']) {
      const options = { dataTransfer: transfer, bubbles: true, cancelable: true };
      element.dispatchEvent(new page.DragEvent(type, options) as never);
    }
  });
}

/** What of the page's own types is needed here; tests are not compiled for a browser. */
interface PageDocument {
  readonly body: { append(field: FileField): void };
  createElement(name: 'input'): FileField;
  getElementById(id: string): FileField;
}
interface FileField {
  type: string;
  id: string;
  readonly files: ArrayLike<unknown> & Iterable<unknown>;
  remove(): void;
}
interface DropTypes {
  readonly DataTransfer: new () => { readonly items: { add(file: unknown): void } };
  readonly DragEvent: new (type: string, options: object) => unknown;
}
