// The entries of a ZIP whose list is damaged or missing, found by walking from one file to the next. Only for an import that somebody asked to
// take what is whole; whatever it finds is checked like anything else of unknown origin.
import type { FileHandle } from 'node:fs/promises';
import { createSizeReader, decodeName, extraFields, type ZipEntry } from './zip-directory.ts';
import { openZip, openZipWith, type ZipReader } from './zip-reader.ts';

const headerBytes = 30;
const mostEntries = 4_000_000;

/** As the list says where there is one. */
export async function openEvenDamaged(path: string): Promise<ZipReader> {
  try {
    return await openZip(path);
  } catch {
    return openZipWith(path, walkEntries); // the list cannot be used: that is why this is asked for
  }
}

async function walkEntries(file: FileHandle, size: number): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  while (entries.length < mostEntries) {
    const found = await readEntry(file, offset, size);
    if (!found) return entries;
    entries.push(found.entry);
    offset = found.end;
  }
  return entries;
}

async function readEntry(
  file: FileHandle,
  offset: number,
  size: number,
): Promise<{ readonly entry: ZipEntry; readonly end: number } | null> {
  const fixed = Buffer.alloc(headerBytes);
  const { bytesRead } = await file.read(fixed, 0, headerBytes, offset);
  if (bytesRead < headerBytes || fixed.readUInt32LE(0) !== 0x04034b50) return null;
  const nameBytes = fixed.readUInt16LE(26);
  const variable = Buffer.alloc(nameBytes + fixed.readUInt16LE(28));
  if (
    (await file.read(variable, 0, variable.length, offset + headerBytes)).bytesRead <
    variable.length
  ) {
    return null;
  }
  try {
    const long = createSizeReader(extraFields(variable.subarray(nameBytes)).get(0x0001));
    const sizeBytes = long(fixed.readUInt32LE(22));
    const compressedSize = long(fixed.readUInt32LE(18));
    const flags = fixed.readUInt16LE(6);
    const end = offset + headerBytes + variable.length + compressedSize;
    if (end > size || (flags & 0x0008) !== 0) return null; // cut off, or its size is not known
    const entry: ZipEntry = {
      name: decodeName(variable.subarray(0, nameBytes)),
      method: fixed.readUInt16LE(8),
      flags,
      crc32: fixed.readUInt32LE(14),
      compressedSize,
      sizeBytes,
      offset,
      isSpecial: false,
      isEncrypted: (flags & 0x2041) !== 0,
      hasOtherName: false,
    };
    return { entry, end };
  } catch {
    return null; // the header itself is damaged
  }
}
