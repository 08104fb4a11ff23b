// References to files in the clipboard, in the words of each system. Windows takes them in no form that can be written from here.
// Current Electron writes asynchronously; runtimes before version 40 had `writeBuffer()`, which the development fallback still needs.
import * as electron from 'electron';
import { AppError } from '#shared/errors.ts';
import { formsOf } from './clipboard-forms.ts';

interface OldClipboard {
  writeBuffer?: (format: string, buffer: Buffer) => void;
}

/** Throws `conflict` on Windows. */
export async function writeClipboardFiles(files: readonly string[]): Promise<void> {
  const forms = formsOf(files, process.platform);
  const [first] = forms;
  if (!first) throw new AppError('conflict', 'This system takes no files from here.');
  const old = electron.clipboard as unknown as OldClipboard;
  if (old.writeBuffer) {
    old.writeBuffer(first.format, Buffer.from(first.text)); // holds one form at a time
    return;
  }
  const items = forms.map(({ format, text }) => [
    `electron application/osclipboard;format="${format}"`,
    new Blob([text]),
  ]);
  await electron.clipboard.write([new electron.ClipboardItem(Object.fromEntries(items))]);
}
