// References to files in the clipboard, in the words of each system. Windows takes them in no form that can be written from here.
// Current Electron writes asynchronously; runtimes before version 40 had `writeBuffer()`, which the development fallback still needs.
import { pathToFileURL } from 'node:url';
import * as electron from 'electron';
import { AppError } from '#shared/errors.ts';

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

export interface ClipboardForm {
  readonly format: string;
  readonly text: string;
}

/** Exported for its test. The best one first. */
export function formsOf(
  files: readonly string[],
  platform: NodeJS.Platform,
): readonly ClipboardForm[] {
  const addresses = files.map((file) => pathToFileURL(file).href);
  if (platform === 'linux') {
    return [
      { format: 'text/uri-list', text: addresses.map((address) => `${address}\r\n`).join('') },
      { format: 'x-special/gnome-copied-files', text: ['copy', ...addresses].join('\n') },
    ];
  }
  if (platform === 'darwin') {
    const [only] = addresses;
    if (addresses.length === 1 && only) return [{ format: 'public.file-url', text: only }];
    const list = files.map((file) => `<string>${escape(file)}</string>`).join('');
    return [
      {
        format: 'NSFilenamesPboardType',
        text: `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><array>${list}</array></plist>`,
      },
    ];
  }
  return [];
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
