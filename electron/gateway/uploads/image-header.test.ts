import { describe, expect, it } from 'vitest';
import { pngOf } from '../testing/png.ts';
import { hasEnd, readImageHeader } from './image-header.ts';

/** A JPEG up to its frame header, after an APP1 segment of camera data. */
function jpegOf(width: number, height: number): Buffer {
  const app1 = Buffer.concat([Buffer.from([0xff, 0xe1, 0x01, 0x02]), Buffer.alloc(256, 0xd8)]);
  const frame = Buffer.from([0xff, 0xff, 0xc2, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 6);
  frame.writeUInt16BE(width, 8);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app1, frame]);
}

function webpOf(chunk: string, fill: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write(`WEBP${chunk}`, 8, 'latin1');
  fill(bytes);
  return bytes;
}

describe('readImageHeader', () => {
  it.each([
    ['image/png', pngOf(640, 480)],
    ['image/jpeg', jpegOf(640, 480)],
    [
      'image/webp',
      webpOf('VP8 ', (bytes) => {
        bytes.writeUInt16LE(640, 26);
        bytes.writeUInt16LE(480, 28);
      }),
    ],
    ['image/webp', webpOf('VP8L', (bytes) => bytes.writeUInt32LE(639 | (479 << 14), 21))],
    [
      'image/webp',
      webpOf('VP8X', (bytes) => {
        bytes.writeUIntLE(639, 24, 3);
        bytes.writeUIntLE(479, 27, 3);
      }),
    ],
  ])('tells %s and its size', (mimeType, bytes) => {
    expect(readImageHeader(bytes)).toEqual({ mimeType, width: 640, height: 480 });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a script in an image', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PNG that ends early', pngOf(640, 480).subarray(0, 23)],
    ['a JPEG that ends early', jpegOf(640, 480).subarray(0, 100)],
    [
      'a JPEG whose segments have no length',
      Buffer.from([0xff, 0xd8, 0xff, 0xe1, ...(Array(20).fill(0) as number[])]),
    ],
    ['an unknown chunk', webpOf('VP9 ', () => undefined)],
  ])('gives nothing for %s', (_name, bytes) => {
    expect(readImageHeader(bytes)).toBeNull();
  });
});

describe('hasEnd', () => {
  const png = pngOf(320, 300);
  const jpeg = Buffer.concat([jpegOf(320, 300), Buffer.from([0xff, 0xd9])]);
  const webp = webpOf('VP8X', (bytes) => bytes.writeUInt32LE(22, 4));

  it.each([
    ['image/png' as const, png],
    ['image/jpeg' as const, jpeg],
    ['image/webp' as const, webp],
  ])('tells a whole %s from one that is cut off', (mimeType, bytes) => {
    const cut = bytes.subarray(0, -8);
    const more = Buffer.concat([bytes, Buffer.from('a note')]);
    expect(hasEnd(mimeType, bytes, bytes, bytes.length)).toBe(true);
    expect(hasEnd(mimeType, more, more, more.length)).toBe(true);
    expect(hasEnd(mimeType, cut, cut, cut.length)).toBe(false);
  });
});
