// The file name of a clip: one that a person finds again and that every file system takes. Pure.

const forbidden = /[<>:"/\\|?*\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Marks that turn text around or cannot be seen; the joiners inside emoji and Persian words are not among them. */
const invisible =
  /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
const maxWords = 9;
const maxCharacters = 60;
const maxBytes = 150; // UTF-8; with date and suffix well below the 255 of ext4 and APFS

export interface ClipNameParts {
  readonly prompt: string;
  readonly generationId: string;
  /** Position among the results of one generation, from 0. */
  readonly position: number;
  readonly createdAt: Date;
  readonly extension: string;
}

/** Path within the library, with `/`: `videos/2026/11/2026-11-23 neon city in the rain [k7f3q2].mp4`. */
export function clipPath(parts: ClipNameParts): string {
  const year = String(parts.createdAt.getFullYear()).padStart(4, '0');
  const month = String(parts.createdAt.getMonth() + 1).padStart(2, '0');
  const day = String(parts.createdAt.getDate()).padStart(2, '0');
  const words = nameWords(parts.prompt);
  const take = parts.position === 0 ? '' : `-${parts.position + 1}`;
  const suffix = `[${parts.generationId.slice(-6)}${take}]`;
  const name = [`${year}-${month}-${day}`, words, suffix].filter((part) => part !== '').join(' ');
  return `videos/${year}/${month}/${name}.${parts.extension}`;
}

/** The first words of a prompt, free of anything that a file system or a reader trips over. */
export function nameWords(prompt: string): string {
  const words = prompt
    .normalize('NFC')
    .replace(forbidden, ' ')
    .replace(invisible, ' ')
    .replace(/^[\s.,;!-]+/u, '')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, maxWords)
    .join(' ');
  return cut(words).replace(/[\s.,;:!?-]+$/u, '');
}

/** Cuts between characters as people see them, never inside an emoji or an accent. */
function cut(text: string): string {
  const encoder = new TextEncoder();
  let kept = '';
  let count = 0;
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    text,
  )) {
    bytes += encoder.encode(segment).length;
    count += 1;
    if (count > maxCharacters || bytes > maxBytes) break;
    kept += segment;
  }
  return kept;
}
