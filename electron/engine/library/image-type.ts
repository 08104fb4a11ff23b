// What kind of image some bytes are, by their first ones; names and claims are not believed. Pure.

export interface ImageType {
  readonly mimeType: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly extension: 'jpg' | 'png' | 'webp';
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** `null` for everything that is not a JPEG, PNG or WebP. */
export function sniffImage(bytes: Uint8Array): ImageType | null {
  const startsWith = (expected: readonly number[], at = 0) =>
    expected.every((byte, index) => bytes[at + index] === byte);
  if (startsWith([0xff, 0xd8, 0xff])) return { mimeType: 'image/jpeg', extension: 'jpg' };
  if (startsWith(pngSignature)) return { mimeType: 'image/png', extension: 'png' };
  const isWebp = startsWith(letters('RIFF')) && startsWith(letters('WEBP'), 8);
  return isWebp ? { mimeType: 'image/webp', extension: 'webp' } : null;
}

function letters(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
