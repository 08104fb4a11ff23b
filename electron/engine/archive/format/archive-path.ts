// Which names may stand in an archive: relative, plain, portable to every file system, no way out of the folder it is unpacked to.

const reserved = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)/i;
// Control characters, what Windows forbids, and what turns text around.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const forbidden = /[\u0000-\u001f\u007f<>:"|?*\\\u202a-\u202e\u2066-\u2069]/;

/** One sentence about what is wrong with the name, or `null`. */
export function problemWithPath(path: string): string | null {
  if (path === '' || path.length > 1000) return 'The name is empty or too long.';
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'The name is an absolute path.';
  if (forbidden.test(path)) return 'The name has characters that a file name must not have.';
  for (const part of path.split('/')) {
    if (part === '..' || part === '.') return 'The name leads out of its folder.';
    if (part === '') return 'The name has an empty part.';
    if (/[. ]$/.test(part)) return 'A part of the name ends with a dot or a space.';
    if (reserved.test(part)) return 'The name is reserved on Windows.';
    if (Buffer.byteLength(part) > 255) return 'A part of the name is too long.';
  }
  return null;
}

/** Two names that are one file on a disk that does not tell cases apart. Upper case first: it makes two letters of ß, as disks do. */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** A name of unknown origin within a sentence: short, quoted, and nothing in it that a terminal or a text direction obeys. */
export function shownName(name: string): string {
  return JSON.stringify(name.slice(0, 120)).replace(
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
