// One JSON line for every request: how much came and went, never what. No query strings, no bodies, no tokens.
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

export interface AccessEntry {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly route: string | null;
  /** As they went over the socket, headers included. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** `null` when the connection ended before an answer. */
  readonly status: number | null;
  readonly durationMs: number;
  /** Names of the planned faults that hit this request. */
  readonly faults: readonly string[];
}

export interface AccessLog {
  write(entry: AccessEntry): void;
  /** Everything in it is of the one account that there is. */
  forget(): void;
  close(): void;
}

const maxBytes = 5_000_000;

/** A log that grew too long becomes `<file>.old` at the next start; there is only one of those. */
export function openAccessLog(file: string): AccessLog {
  if (existsSync(file) && statSync(file).size > maxBytes) renameSync(file, `${file}.old`);
  const descriptor = openSync(file, 'a', 0o600);
  let isOpen = true;
  return {
    forget: () => {
      if (!isOpen) return;
      ftruncateSync(descriptor);
      fsyncSync(descriptor);
      rmSync(`${file}.old`, { force: true });
    },
    write: (entry) => {
      if (isOpen) writeSync(descriptor, `${JSON.stringify(entry)}\n`);
    },
    close: () => {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    },
  };
}
