// What a handler gives back, before it becomes bytes on a socket. Pure.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Refusal } from '../refusal.ts';

export interface JsonAnswer {
  readonly type: 'json';
  readonly status: number;
  readonly value: unknown;
}

export interface ContentAnswer {
  readonly type: 'content';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What `Content-Length` says. */
  readonly sizeBytes: number;
  readonly open: () => Readable;
}

export type Answer = JsonAnswer | ContentAnswer;

export function json(status: number, value: unknown): JsonAnswer {
  return { type: 'json', status, value };
}

export function empty(status: number, headers: Readonly<Record<string, string>>): ContentAnswer {
  return { type: 'content', status, headers, sizeBytes: 0, open: () => Readable.from([]) };
}

export function buffered(
  status: number,
  headers: Readonly<Record<string, string>>,
  content: string,
): ContentAnswer {
  const bytes = Buffer.from(content);
  return {
    type: 'content',
    status,
    headers,
    sizeBytes: bytes.length,
    open: () => Readable.from([bytes]),
  };
}

/** Bytes of a file from `start` up to but not including `end`. */
export function fileContent(
  status: number,
  headers: Readonly<Record<string, string>>,
  file: { readonly path: string; readonly start: number; readonly end: number },
): ContentAnswer {
  return {
    type: 'content',
    status,
    headers,
    sizeBytes: file.end - file.start,
    open: () =>
      createReadStream(file.path, {
        start: file.start,
        end: file.end - 1,
        highWaterMark: 1_048_576,
      }),
  };
}

export function refusalContent(refusal: Refusal): ContentAnswer {
  return jsonContent(refusal.status, refusal.toBody(), refusal.headers);
}

export function jsonContent(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): ContentAnswer {
  const all = { 'Content-Type': 'application/json; charset=utf-8', ...headers };
  return buffered(status, all, JSON.stringify(value));
}
