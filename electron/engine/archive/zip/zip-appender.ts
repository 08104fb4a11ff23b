// A file that grows at its end: small pieces are gathered to large writes, and the disk begins early. Knows nothing of ZIP.
import type { FileHandle } from 'node:fs/promises';

export interface Appender {
  /** Where the next byte goes. */
  readonly position: number;
  /** Bytes from the start on that the system has; those behind are gathered here. */
  readonly handedOver: number;
  append(bytes: Buffer): Promise<void>;
  overwrite(bytes: Buffer, offset: number): Promise<void>;
  /** Somebody else writes behind what is here, tells how far it has come, and where it has ended. */
  lend(write: (place: LentPlace) => Promise<number>): Promise<void>;
  /** Writes what is gathered, cuts off what was given up, and waits for the disk. */
  seal(): Promise<void>;
  close(): Promise<void>;
}

export interface LentPlace {
  readonly fd: number;
  readonly position: number;
  readonly reached: (position: number) => void;
}

/** Sent to the disk together: headers and small files, so that many entries do not mean many writes. */
const gatherBytes = 1 << 20;
const syncAheadBytes = 1 << 26;

/** `onHandedOver` is told whenever the system has more of it. */
export function createAppender(file: FileHandle, onHandedOver: () => void): Appender {
  const gathered = Buffer.allocUnsafe(gatherBytes);
  let fill = 0;
  let written = 0;
  let isOpen = true;
  let synced = 0;
  let syncing: Promise<void> | null = null;

  /** Lets the disk begin early, so that the last sync has little left to wait for. What fails here fails again there. */
  function syncAhead(): void {
    if (syncing || written - synced < syncAheadBytes) return;
    synced = written;
    syncing = file
      .datasync()
      .catch(() => undefined)
      .finally(() => {
        syncing = null;
      });
  }

  function advance(position: number): void {
    written = position;
    syncAhead();
    onHandedOver();
  }

  async function flush(): Promise<void> {
    if (fill === 0) return;
    await writeAll(file, gathered.subarray(0, fill), written);
    const position = written + fill;
    fill = 0;
    advance(position);
  }

  return {
    get position() {
      return written + fill;
    },
    get handedOver() {
      return written;
    },
    append: async (bytes) => {
      if (fill + bytes.length > gatherBytes) await flush();
      if (bytes.length >= gatherBytes / 2) {
        await flush();
        await writeAll(file, bytes, written);
        advance(written + bytes.length);
      } else {
        bytes.copy(gathered, fill);
        fill += bytes.length;
      }
    },
    overwrite: async (bytes, offset) => {
      if (offset >= written) bytes.copy(gathered, offset - written);
      else if (offset + bytes.length <= written) await writeAll(file, bytes, offset);
      else {
        await flush();
        await writeAll(file, bytes, offset);
      }
    },
    lend: async (write) => {
      await flush();
      advance(await write({ fd: file.fd, position: written, reached: advance }));
    },
    seal: async () => {
      await flush();
      await syncing;
      await file.truncate(written);
      await file.sync();
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await syncing;
      await file.close();
    },
  };
}

async function writeAll(file: FileHandle, bytes: Buffer, offset: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
}
