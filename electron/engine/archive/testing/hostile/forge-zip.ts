// Makes ZIP files byte by byte, with any field set to a lie. For tests: decent programs refuse to write what is written here.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ForgedEntry {
  readonly name: string | Buffer;
  readonly data?: Buffer;
  readonly method?: number;
  /** What both headers say; true figures by default. */
  readonly says?: Partial<HeaderFields>;
  /** What only the local header, or only the directory, says. */
  readonly local?: Partial<HeaderFields> & { readonly name?: string };
  readonly central?: Partial<HeaderFields> & { readonly name?: string; readonly offset?: number };
  /** Bytes that follow the local header instead of the data. */
  readonly packed?: Buffer;
}

export interface HeaderFields {
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly sizeBytes: number;
  readonly flags: number;
  readonly extra: Buffer;
  readonly attributes: number;
  readonly disk: number;
}

export interface EndFields {
  readonly entries?: number;
  readonly offset?: number;
  readonly sizeBytes?: number;
  readonly disk?: number;
  readonly comment?: Buffer;
  readonly commentLength?: number;
  /** Between the directory and the end record. */
  readonly before?: Buffer;
}

const utf8Names = 0x0800;
const regularFile = (0o100644 << 16) >>> 0;
const most32 = 0xffffffff;

export function forgeZip(entries: readonly ForgedEntry[], end: EndFields = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = entry.data ?? Buffer.alloc(0);
    const method = entry.method ?? 0;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data);
    const fields: HeaderFields = {
      method,
      crc32: crc32(data),
      compressedSize: packed.length,
      sizeBytes: data.length,
      flags: utf8Names,
      extra: Buffer.alloc(0),
      attributes: regularFile,
      disk: 0,
      ...entry.says,
    };
    const local = localRecord(entry.local?.name ?? entry.name, { ...fields, ...entry.local });
    locals.push(local, packed);
    const at = entry.central?.offset ?? offset;
    directory.push(
      centralRecord(entry.central?.name ?? entry.name, { ...fields, ...entry.central }, at),
    );
    offset += local.length + packed.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([
    ...locals,
    list,
    end.before ?? Buffer.alloc(0),
    endRecord({ entries: entries.length, offset, sizeBytes: list.length, ...end }),
  ]);
}

function localRecord(name: string | Buffer, fields: HeaderFields): Buffer {
  const bytes = Buffer.from(name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(fields.flags, 6);
  header.writeUInt16LE(fields.method, 8);
  header.writeUInt16LE(0x21, 12);
  header.writeUInt32LE(fields.crc32, 14);
  header.writeUInt32LE(fields.compressedSize, 18);
  header.writeUInt32LE(fields.sizeBytes, 22);
  header.writeUInt16LE(bytes.length, 26);
  header.writeUInt16LE(fields.extra.length, 28);
  return Buffer.concat([header, bytes, fields.extra]);
}

function centralRecord(name: string | Buffer, fields: HeaderFields, offset: number): Buffer {
  const bytes = Buffer.from(name);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 45, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(fields.flags, 8);
  header.writeUInt16LE(fields.method, 10);
  header.writeUInt16LE(0x21, 14);
  header.writeUInt32LE(fields.crc32, 16);
  header.writeUInt32LE(fields.compressedSize, 20);
  header.writeUInt32LE(fields.sizeBytes, 24);
  header.writeUInt16LE(bytes.length, 28);
  header.writeUInt16LE(fields.extra.length, 30);
  header.writeUInt16LE(fields.disk, 34);
  header.writeUInt32LE(fields.attributes >>> 0, 38);
  header.writeUInt32LE(Math.min(offset, most32), 42);
  return Buffer.concat([header, bytes, fields.extra]);
}

export function endRecord(end: EndFields): Buffer {
  const comment = end.comment ?? Buffer.alloc(0);
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(end.disk ?? 0, 4);
  record.writeUInt16LE(end.disk ?? 0, 6);
  record.writeUInt16LE(Math.min(end.entries ?? 0, 0xffff), 8);
  record.writeUInt16LE(Math.min(end.entries ?? 0, 0xffff), 10);
  record.writeUInt32LE(Math.min(end.sizeBytes ?? 0, most32), 12);
  record.writeUInt32LE(Math.min(end.offset ?? 0, most32), 16);
  record.writeUInt16LE(end.commentLength ?? comment.length, 20);
  return Buffer.concat([record, comment]);
}

/** The end records of an archive of 64 bits, each figure as given. */
export function longEnd(figures: {
  readonly entries: bigint;
  readonly sizeBytes: bigint;
  readonly offset: bigint;
  /** Where the locator says that the long record is. */
  readonly at: bigint;
}): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(figures.entries, 24);
  record.writeBigUInt64LE(figures.entries, 32);
  record.writeBigUInt64LE(figures.sizeBytes, 40);
  record.writeBigUInt64LE(figures.offset, 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(figures.at, 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}

/** The extra field that holds 64-bit figures. */
export function longField(...values: readonly bigint[]): Buffer {
  const data = Buffer.alloc(values.length * 8);
  values.forEach((value, index) => data.writeBigUInt64LE(value, index * 8));
  return extraField(0x0001, data);
}

export function extraField(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}
