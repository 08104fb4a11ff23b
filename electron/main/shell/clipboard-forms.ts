// How each system writes references to files in its clipboard. Pure.
import { pathToFileURL } from 'node:url';

export interface ClipboardForm {
  readonly format: string;
  readonly text: string;
}

/** The best one first; none for Windows, which takes files in no form that can be written as text. */
export function formsOf(
  files: readonly string[],
  platform: NodeJS.Platform,
): readonly ClipboardForm[] {
  // names of ours carry brackets, which not every reader takes as they are
  const addresses = files.map((file) =>
    pathToFileURL(file).href.replaceAll('[', '%5B').replaceAll(']', '%5D'),
  );
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
