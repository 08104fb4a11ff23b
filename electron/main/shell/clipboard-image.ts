// The picture in the clipboard as PNG bytes. Current Electron reads it asynchronously; runtimes before version 40 only had
// `readImage()`, which the development fallback still needs.
import { clipboard } from 'electron';

interface OldClipboard {
  readImage?: () => { isEmpty(): boolean; toPNG(): Uint8Array };
}

export async function readClipboardPng(): Promise<Uint8Array | null> {
  const old = clipboard as unknown as OldClipboard;
  if (old.readImage) {
    const image = old.readImage();
    return image.isEmpty() ? null : image.toPNG();
  }
  for (const item of await clipboard.read()) {
    if (!item.types.includes('image/png')) continue;
    const blob = await item.getType('image/png');
    if (blob instanceof Blob) return new Uint8Array(await blob.arrayBuffer());
  }
  return null;
}
