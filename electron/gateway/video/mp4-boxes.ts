// The outermost boxes of an MP4 (ISO 14496-12, section 4.2): each says how long it is, and together they must fill the file exactly.
// Reads sixteen bytes of each and nothing of what is in them.
import { open } from 'node:fs/promises';

/** A clip has a handful; more is no clip. */
const maxBoxes = 10_000;
const headBytes = 8;
const longHeadBytes = 16;

export interface Mp4Box {
  readonly type: string;
  /** From the beginning of the file. */
  readonly at: number;
  readonly sizeBytes: number;
}

/** `null` where they do not fill the file, as in one that was cut off. */
export async function listBoxes(path: string): Promise<Mp4Box[] | null> {
  const file = await open(path, 'r');
  try {
    const { size: fileBytes } = await file.stat();
    const head = Buffer.alloc(longHeadBytes);
    const boxes: Mp4Box[] = [];
    let at = 0;
    while (at < fileBytes && boxes.length < maxBoxes) {
      const { bytesRead } = await file.read(head, 0, longHeadBytes, at);
      if (bytesRead < headBytes) return null;
      const sizeBytes = boxBytes(head, bytesRead, fileBytes - at);
      if (sizeBytes === null) return null;
      boxes.push({ type: head.toString('latin1', 4, 8), at, sizeBytes });
      at += sizeBytes;
    }
    return at === fileBytes ? boxes : null;
  } finally {
    await file.close();
  }
}

export async function isWholeMp4(path: string): Promise<boolean> {
  const boxes = await listBoxes(path);
  return boxes?.[0]?.type === 'ftyp' && boxes.some(({ type }) => type === 'moov');
}

/** `null` for a box that says nonsense. */
function boxBytes(head: Buffer, bytesRead: number, leftBytes: number): number | null {
  const size = head.readUInt32BE(0);
  // The last box may leave its length open.
  if (size === 0) return leftBytes;
  if (size !== 1) return size >= headBytes ? size : null;
  const long = bytesRead < longHeadBytes ? 0 : Number(head.readBigUInt64BE(headBytes));
  return long >= longHeadBytes ? long : null;
}
