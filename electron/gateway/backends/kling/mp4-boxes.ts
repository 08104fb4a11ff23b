// Whether a file is whole by its outermost boxes (ISO 14496-12, section 4.2): each says how long it is, and together they
// must fill the file exactly. Reads sixteen bytes of each and nothing of what is in them.
import { open } from 'node:fs/promises';

/** A clip has a handful; more is no clip. */
const maxBoxes = 10_000;
const headBytes = 8;
const longHeadBytes = 16;

export async function isWholeMp4(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size: fileBytes } = await file.stat();
    const head = Buffer.alloc(longHeadBytes);
    const types: string[] = [];
    let at = 0;
    while (at < fileBytes && types.length < maxBoxes) {
      const { bytesRead } = await file.read(head, 0, longHeadBytes, at);
      if (bytesRead < headBytes) return false;
      types.push(head.toString('latin1', 4, 8));
      const sizeBytes = boxBytes(head, bytesRead, fileBytes - at);
      if (sizeBytes === null) return false;
      at += sizeBytes;
    }
    return at === fileBytes && types[0] === 'ftyp' && types.includes('moov');
  } finally {
    await file.close();
  }
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
