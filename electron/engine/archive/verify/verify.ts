// Checks any archive, ours or damaged or hostile: its structure, its names, its manifest, every byte, every line.
// Reads only; each finding is one sentence that says what is wrong and where.
import type { Check } from '#shared/contract/data.ts';
import { AppError, type ErrorCode, toAppError } from '#shared/errors.ts';
import { checkContents, type ContentOptions } from './verify-contents.ts';
import { checkNames, findSurprises } from './verify-structure.ts';
import { readManifest } from './verify-manifest.ts';
import { openZip, type ZipReader } from '../zip/zip-reader.ts';

export interface Verification {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  /** What kind of trouble; `null` when all is well. */
  readonly code: Extract<ErrorCode, 'archive-damaged' | 'archive-unsupported'> | null;
  readonly entries: number;
  readonly sizeBytes: number;
}

/** Rejects only when the file cannot be opened, or with `cancelled`; a bad archive is an answer. */
export async function verifyArchive(
  path: string,
  options: ContentOptions = {},
): Promise<Verification> {
  const checks: Check[] = [];
  const pass = (name: string, message: string) => checks.push({ name, ok: true, message });
  let zip: ZipReader | null = null;
  try {
    zip = await openZip(path);
    const { entries } = zip;
    pass('archive', `${entries.length} files in a ZIP archive.`);
    await runChecks(zip, options, pass, (name, problems) =>
      checks.push({ name, ok: false, message: summary(problems) }),
    );
    const ok = checks.every((check) => check.ok);
    return {
      ok,
      checks,
      code: ok ? null : 'archive-damaged',
      entries: entries.length,
      sizeBytes: zip.sizeBytes,
    };
  } catch (thrown) {
    const error = toAppError(thrown);
    if (options.signal?.aborted) throw new AppError('cancelled', 'Cancelled');
    if (error.code !== 'archive-damaged' && error.code !== 'archive-unsupported') throw error;
    checks.push({ name: zip ? 'manifest' : 'archive', ok: false, message: error.message });
    return {
      ok: false,
      checks,
      code: error.code,
      entries: zip?.entries.length ?? 0,
      sizeBytes: zip?.sizeBytes ?? 0,
    };
  } finally {
    await zip?.close();
  }
}

async function runChecks(
  zip: ZipReader,
  options: ContentOptions,
  pass: (name: string, message: string) => void,
  fail: (name: string, problems: readonly string[]) => void,
): Promise<void> {
  const told = (name: string, problems: readonly string[], words: string) =>
    problems.length === 0 ? pass(name, words) : fail(name, problems);

  const nameProblems = checkNames(zip.entries);
  told('names', nameProblems, 'Every name is safe to unpack.');
  if (nameProblems.length > 0) return; // nothing in such an archive is worth believing

  const { manifest, checksums } = await readManifest(zip);
  const { part } = manifest;
  const which = part ? ` Part ${part.number} of ${part.count}.` : '';
  pass('manifest', `Written on ${manifest.createdAt} by version ${manifest.app.version}.${which}`);

  const surprises = findSurprises(zip.entries, manifest, checksums);
  told('completeness', surprises, 'Nothing is missing and nothing was added.');
  const isRefused = surprises.length > 0; // nothing is made of it then
  const making = isRefused ? { readMedia: undefined, onSoundLines: undefined } : {};
  const contents = await checkContents(zip, manifest, { ...options, ...making });
  told(
    'checksums',
    contents.checksums,
    `${contents.checked} files have the size and SHA-256 that the manifest says.`,
  );
  told('data', contents.data, `${contents.rows} lines of data fit their schemas and one another.`);
}

const mostNamed = 5;

function summary(problems: readonly string[]): string {
  const rest = problems.length - mostNamed;
  return problems.slice(0, mostNamed).join(' ') + (rest > 0 ? ` And ${rest} more.` : '');
}
