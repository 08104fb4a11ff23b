// The byte layout of ZIP records (APPNOTE 6.3: local header, central directory, ZIP64 end). Pure; reads and writes no file.

export interface ZipRecord {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly sizeBytes: number;
  readonly offset: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  /** Sizes are in the ZIP64 field, whatever they are; for content whose size is not known beforehand. */
  readonly isStreamed: boolean;
}

const limit32 = 0xffffffff;
const limit16 = 0xffff;
const madeByUnix = (3 << 8) | 45;
const regularFileReadable = (0o100644 << 16) >>> 0;
const utf8Names = 0x0800;

/** DOS date and time count from 1980 in steps of two seconds, in local time; UTC here, so that an archive is the same everywhere. */
function dosTime(atMs: number): { readonly time: number; readonly date: number } {
  const at = new Date(Math.max(atMs, Date.UTC(1980, 0, 1)));
  const year = Math.min(at.getUTCFullYear(), 2107) - 1980;
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
}

/** "UT" field: seconds since 1970, so that the time survives without a time zone. */
function timeField(atMs: number): Buffer {
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x5455, 0);
  field.writeUInt16LE(5, 2);
  field.writeUInt8(1, 4);
  field.writeInt32LE(Math.min(Math.max(Math.floor(atMs / 1000), 0), 0x7fffffff), 5);
  return field;
}

function zip64Field(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + values.length * 8);
  field.writeUInt16LE(0x0001, 0);
  field.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, index) => field.writeBigUInt64LE(BigInt(value), 4 + index * 8));
  return field;
}

const needsLong = (record: ZipRecord): boolean =>
  record.isStreamed || record.sizeBytes >= limit32 || record.compressedSize >= limit32;

/** In a local header: it is known last. */
export const crcAt = 14;

export function localHeader(record: ZipRecord): Buffer {
  const name = Buffer.from(record.name, 'utf8');
  const isLong = needsLong(record);
  const extra = Buffer.concat([
    ...(isLong ? [zip64Field([record.sizeBytes, record.compressedSize])] : []),
    timeField(record.modifiedAt),
  ]);
  const { time, date } = dosTime(record.modifiedAt);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(isLong ? 45 : 20, 4);
  header.writeUInt16LE(utf8Names, 6);
  header.writeUInt16LE(record.method, 8);
  header.writeUInt16LE(time, 10);
  header.writeUInt16LE(date, 12);
  header.writeUInt32LE(record.crc32, crcAt);
  header.writeUInt32LE(isLong ? limit32 : record.compressedSize, 18);
  header.writeUInt32LE(isLong ? limit32 : record.sizeBytes, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

export function centralHeader(record: ZipRecord): Buffer {
  const name = Buffer.from(record.name, 'utf8');
  const isLong = needsLong(record);
  const long = [
    ...(isLong ? [record.sizeBytes, record.compressedSize] : []),
    ...(record.offset >= limit32 ? [record.offset] : []),
  ];
  const extra = Buffer.concat([
    ...(long.length > 0 ? [zip64Field(long)] : []),
    timeField(record.modifiedAt),
  ]);
  const { time, date } = dosTime(record.modifiedAt);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(madeByUnix, 4);
  header.writeUInt16LE(long.length > 0 ? 45 : 20, 6);
  header.writeUInt16LE(utf8Names, 8);
  header.writeUInt16LE(record.method, 10);
  header.writeUInt16LE(time, 12);
  header.writeUInt16LE(date, 14);
  header.writeUInt32LE(record.crc32, 16);
  header.writeUInt32LE(isLong ? limit32 : record.compressedSize, 20);
  header.writeUInt32LE(isLong ? limit32 : record.sizeBytes, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(regularFileReadable, 38);
  header.writeUInt32LE(Math.min(record.offset, limit32), 42);
  return Buffer.concat([header, name, extra]);
}

export interface CentralDirectory {
  readonly entries: number;
  readonly offset: number;
  readonly sizeBytes: number;
}

export function endRecords(directory: CentralDirectory): Buffer {
  const { entries, offset, sizeBytes } = directory;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, limit16), 8);
  end.writeUInt16LE(Math.min(entries, limit16), 10);
  end.writeUInt32LE(Math.min(sizeBytes, limit32), 12);
  end.writeUInt32LE(Math.min(offset, limit32), 16);
  if (entries < limit16 && sizeBytes < limit32 && offset < limit32) return end;

  const long = Buffer.alloc(56);
  long.writeUInt32LE(0x06064b50, 0);
  long.writeBigUInt64LE(44n, 4);
  long.writeUInt16LE(madeByUnix, 12);
  long.writeUInt16LE(45, 14);
  long.writeBigUInt64LE(BigInt(entries), 24);
  long.writeBigUInt64LE(BigInt(entries), 32);
  long.writeBigUInt64LE(BigInt(sizeBytes), 40);
  long.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + sizeBytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([long, locator, end]);
}
