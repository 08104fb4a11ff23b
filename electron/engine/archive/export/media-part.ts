// The media of an archive. A file that cannot be read is noted as missing; the export goes on.
import { join } from 'node:path';
import { failpoint } from '../../failpoint.ts';
import type { FileToCopy } from '../zip/copy-files.ts';
import type { Draft } from './draft.ts';
import type { ExportPlan } from './export-plan.ts';

function* filesToCopy({ source, reread }: Draft, plan: ExportPlan): Generator<FileToCopy> {
  for (const { archivePath, filePath, createdAt, sha256 } of plan.media) {
    yield {
      name: archivePath,
      path: join(source.library, filePath),
      modifiedAt: createdAt,
      wantsHash: reread === null || sha256 === null, // else that of the second reading is compared with the library's
    };
  }
}

export async function writeMedia(draft: Draft, plan: ExportPlan): Promise<void> {
  const { zip, reread, files, missing, options } = draft;
  const copied = await zip.addFiles(filesToCopy(draft, plan), {
    signal: options.signal,
    onBytes: options.progress.add,
    onFile: () => failpoint('export file written'),
    isAside: reread !== null,
  });
  if (reread) options.progress.phase('verify', reread.behindBytes);
  const read = await reread?.caughtUp(options.progress.add);
  for (const [index, { archivePath: path, type, id, sha256: expected }] of plan.media.entries()) {
    const one = copied[index];
    const sha256 = one?.record ? (one.sha256 ?? read?.get(path)?.sha256) : undefined;
    if (!one?.record || sha256 === undefined) {
      missing.push({ path, type, id, reason: 'unreadable' });
      continue;
    }
    const isAsExpected = expected === null || expected === sha256;
    files.push({
      path,
      size: one.record.sizeBytes,
      sha256,
      type,
      id,
      ...(isAsExpected ? {} : { expectedSha256: expected }),
    });
  }
}
