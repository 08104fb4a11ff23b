// An archive in several files, each an archive of its own: all of the data, and a share of the media. Decides what goes where and what
// the files are called. Pure.
import { AppError } from '#shared/errors.ts';
import type { ExportPlan, PlannedMedia } from './export-plan.ts';
import { sizeLabel } from '../../size-label.ts';

/** What each file in `media/` adds beside its bytes: headers, manifest, checksum. On the large side. */
const bytesPerFile = 1200;
const spareBytes = 256 * 1024;

/** What the data and lists of each part take, when its data has taken `dataBytes`. */
export function overheadBytes(dataBytes: number, plan: ExportPlan): number {
  const lines = plan.media.length + plan.missing.length;
  return dataBytes + lines * bytesPerFile + spareBytes;
}

/** One plan for each part, in the order of the media. Throws when a file is larger than a part can be. */
export function divide(plan: ExportPlan, partBytes: number, dataBytes: number): ExportPlan[] {
  const room = partBytes - overheadBytes(dataBytes, plan);
  const units = unitsOf(plan.media);
  const largest = units.reduce((most, unit) => Math.max(most, bytesOf(unit)), 0);
  if (largest > room) {
    const least = sizeLabel(largest + overheadBytes(dataBytes, plan));
    throw new AppError('invalid-input', `Parts cannot be smaller than ${least} here.`);
  }
  const shares: PlannedMedia[][] = [[]];
  let left = room;
  for (const unit of units) {
    const size = bytesOf(unit);
    if (size > left) {
      shares.push([]);
      left = room;
    }
    shares.at(-1)?.push(...unit);
    left -= size;
  }
  return shares.map((media, index) => ({
    media,
    mediaBytes: bytesOf(media),
    missing: [
      ...plan.missing,
      ...shares.flatMap((others, other) =>
        other === index
          ? []
          : others.map(({ archivePath, type, id }) => ({
              path: archivePath,
              type,
              id,
              reason: 'other-part' as const,
            })),
      ),
    ],
  }));
}

const bytesOf = (media: readonly PlannedMedia[]): number =>
  media.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);

/** A video and its poster come together, or an import of one part would leave a clip without its picture. */
function unitsOf(media: readonly PlannedMedia[]): PlannedMedia[][] {
  const videos = new Map<string, PlannedMedia[]>();
  const units: PlannedMedia[][] = [];
  for (const item of media) {
    const ofVideo = item.type === 'poster' ? videos.get(item.id) : undefined;
    if (ofVideo) ofVideo.push(item);
    else {
      const unit = [item];
      units.push(unit);
      if (item.type === 'video') videos.set(item.id, unit);
    }
  }
  return units;
}

/** `Archive.zip` → `Archive part 02 of 12.zip`; a single part keeps the name. */
export function volumeName(target: string, number: number, count: number): string {
  if (count === 1) return target;
  const figure = String(number).padStart(String(count).length, '0');
  return `${target.replace(/\.zip$/i, '')} part ${figure} of ${count}.zip`;
}
