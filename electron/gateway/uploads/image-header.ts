// Reads the type and the size in pixels of an image from its bytes, whatever it was said to be, and whether it is cut off. Pure.

export interface ImageHeader {
  readonly mimeType: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

/** `null` when the bytes are none of the three types, or end before the size is told. */
export function readImageHeader(bytes: Buffer): ImageHeader | null {
  return readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
}

/** Whether an image has its end; `tail` is the last part of the file. Bytes after the end do not matter. */
export function hasEnd(
  mimeType: ImageHeader['mimeType'],
  head: Buffer,
  tail: Buffer,
  sizeBytes: number,
): boolean {
  switch (mimeType) {
    case 'image/png':
      return tail.includes('IEND', 0, 'latin1');
    case 'image/jpeg':
      return tail.includes(Buffer.from([0xff, 0xd9]));
    case 'image/webp':
      return head.readUInt32LE(4) + 8 <= sizeBytes;
    default:
      return mimeType satisfies never;
  }
}

function readPng(bytes: Buffer): ImageHeader | null {
  const isPng =
    bytes.length >= 24 &&
    bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' &&
    bytes.subarray(12, 16).toString('latin1') === 'IHDR';
  if (!isPng) return null;
  return { mimeType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Walks the segments up to the start of a frame (SOF0 to SOF15 without DHT, JPG and DAC). */
function readJpeg(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return {
        mimeType: 'image/jpeg',
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function readWebp(bytes: Buffer): ImageHeader | null {
  const isWebp =
    bytes.length >= 30 &&
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' &&
    bytes.subarray(8, 12).toString('latin1') === 'WEBP';
  if (!isWebp) return null;
  const size = webpSize(bytes, bytes.subarray(12, 16).toString('latin1'));
  return size && { mimeType: 'image/webp', ...size };
}

function webpSize(bytes: Buffer, chunk: string): { width: number; height: number } | null {
  switch (chunk) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}
