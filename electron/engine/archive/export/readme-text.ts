// README.txt of an archive: what is in it, what is not and why, and how to check it without this app. Pure.
import type { Redaction } from '../format/left-out.ts';
import { sizeLabel } from '../../size-label.ts';

export interface ReadmeFacts {
  readonly createdAt: string;
  readonly appVersion: string;
  readonly clipCount: number;
  readonly mediaBytes: number;
  readonly missingCount: number;
  readonly entities: readonly { readonly name: string; readonly description: string }[];
  readonly redactions: readonly Redaction[];
  /** Of several that hold the media together. */
  readonly part: { readonly number: number; readonly count: number } | null;
  readonly hasSidecars: boolean;
}

export function readmeText(facts: ReadmeFacts): string {
  const missing =
    facts.missingCount === 0
      ? 'No file was missing when this archive was made.'
      : `${facts.missingCount} files are not in this archive. manifest.json lists them under "missing", each with the reason.`;
  return `KLING 5 STUDIO ARCHIVE

Made on ${facts.createdAt} by Kling 5 Studio ${facts.appVersion}.
${facts.clipCount} clips, ${sizeLabel(facts.mediaBytes)} of media. ${missing}${partWords(facts)}

Everything here is an ordinary file. You need no app to use it.


WHAT IS IN IT

index.html            A gallery for any browser. It works offline and runs no scripts.
media/videos/         Your videos (MP4), by year and month.
media/assets/         The reference images that you used.
media/posters/        A still picture of each video.
${sidecarWords(facts)}data/                 All the rest, one JSON object a line (JSON Lines, UTF-8):
${facts.entities.map(({ name, description }) => `  ${`${name}.jsonl`.padEnd(25)} ${description}`).join('\n')}
schema/               A JSON Schema (draft 2020-12) for each of these files.
manifest.json         Every file with its size and SHA-256, and how many lines each data file has.
manifest-sha256.txt   The same checksums for checking without the app.


WHAT IS NOT IN IT, AND WHY

${facts.redactions.map(({ what, why }) => `- ${what}. ${why}`).join('\n')}
- Other copies of your data: what the cloud still holds, and archives that you made before.


HOW TO CHECK IT

Unpack the archive, open a terminal in its folder and run

  sha256sum -c manifest-sha256.txt        (Linux)
  shasum -a 256 -c manifest-sha256.txt    (macOS)

or, with the app installed:  kling5 verify <this file>.zip
`;
}

const partWords = ({ part }: ReadmeFacts): string =>
  part
    ? `\n\nThis is part ${part.number} of ${part.count}. Each part has all of the data and some of the media; import them one after the other.`
    : '';

const sidecarWords = ({ hasSidecars }: ReadmeFacts): string =>
  hasSidecars
    ? `*.mp4.json            What is known of each clip, beside its video.
clips.csv             The same as one table.
`
    : '';
