// What the command says: one result on stdout, progress on stderr. A reader that has gone away is no error.
import type { Writable } from 'node:stream';

export interface Output {
  readonly isJson: boolean;
  /** The one answer: `value` with --json, `lines` for people. */
  result(value: unknown, lines: readonly string[]): Promise<void>;
  /** For people who wait; nothing with --json. */
  progress(line: string): void;
  /** Worth saying in any case; on stderr. */
  note(line: string): void;
}

export function createOutput(
  isJson: boolean,
  stdout: Writable = process.stdout,
  stderr: Writable = process.stderr,
): Output {
  ignoreClosedPipe(stdout);
  ignoreClosedPipe(stderr);
  return {
    isJson,
    result: (value, lines) =>
      write(
        stdout,
        isJson ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''),
      ),
    progress: (line) => {
      if (!isJson) stderr.write(`${line}\n`);
    },
    note: (line) => {
      stderr.write(`${line}\n`);
    },
  };
}

/** `kling5 list | head` closes the pipe early; that is how pipes work. */
function ignoreClosedPipe(stream: Writable): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
  });
}

/** Resolves when the bytes are with the reader, or the reader is gone. */
function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve());
  });
}
