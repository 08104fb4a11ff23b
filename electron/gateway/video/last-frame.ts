// The last frame of a clip, kept as a JPEG in a box of its own behind the video: whoever has the file can go on from it, without a
// decoder. Other readers pass over boxes that they do not know.
import { open } from 'node:fs/promises';
import { listBoxes } from './mp4-boxes.ts';

const boxId = Buffer.from('kling5-lastframe', 'latin1'); // sixteen bytes, as a box of type `uuid` wants
const headBytes = 8 + boxId.length;
const maxBytes = 20_000_000;

export function withLastFrame(mp4: Uint8Array, jpeg: Uint8Array): Uint8Array {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32BE(headBytes + jpeg.length, 0);
  head.write('uuid', 4, 'latin1');
  boxId.copy(head, 8);
  return Buffer.concat([mp4, head, jpeg]);
}

/** `null` for a clip that does not carry it. */
export async function readLastFrame(path: string): Promise<Uint8Array | null> {
  const boxes = (await listBoxes(path)) ?? [];
  const file = await open(path, 'r');
  try {
    for (const { type, at, sizeBytes } of boxes.toReversed()) {
      if (type !== 'uuid' || sizeBytes <= headBytes || sizeBytes > maxBytes) continue;
      const box = Buffer.alloc(sizeBytes);
      await file.read(box, 0, sizeBytes, at);
      if (box.subarray(8, headBytes).equals(boxId)) return new Uint8Array(box.subarray(headBytes));
    }
    return null;
  } finally {
    await file.close();
  }
}
