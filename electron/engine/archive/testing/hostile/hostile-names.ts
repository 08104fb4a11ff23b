// Names that lead out of the folder, that another system reads in another way, or that two files share.
import { addFile, closeParts } from './honest-files.ts';
import type { FreshParts, HostileCase } from './hostile-case.ts';
import type { ForgedEntry } from './forge-zip.ts';

const waysOut = [
  '../outside.txt',
  '../../outside.txt',
  'media/../../outside.txt',
  'media/videos/../../../outside.txt',
  './../outside.txt',
  'media/./../../outside.txt',
  '..',
  '.',
  'media/..',
  '..\\outside.txt',
  'media\\..\\..\\outside.txt',
  'media/..\\..\\outside.txt',
  '\\outside.txt',
  '/outside.txt',
  '//outside.txt',
  '/etc/passwd',
  '///etc/passwd',
  '~root/../outside.txt\\',
  'C:/outside.txt',
  'C:outside.txt',
  'c:\\outside.txt',
  'Z:',
  '\\\\server\\share\\outside.txt',
  '//server/share/outside.txt',
  '\\\\?\\C:\\outside.txt',
  '\\\\.\\PhysicalDrive0',
  '//?/C:/outside.txt',
  'file:///etc/passwd',
  'media//outside.txt',
  'media/ ../outside.txt',
  'media/.. /outside.txt',
  'media/.../outside.txt',
  'media/..\u0000/outside.txt',
  'safe.txt\u0000../../outside.txt',
  'media/x.mp4\u0000.jpg',
  'media/line\nbreak.txt',
  'media/return\rback.txt',
  'media/\u001b[2Jscreen.txt',
  'media/\u007fdelete.txt',
  'media/\u202egpj.exe',
  'media/\u2066inner\u2069.txt',
  'media/a:b.txt',
  'media/x.mp4:stream',
  'media/x.mp4::$DATA',
  'media/a|b',
  'media/a*b',
  'media/a?b',
  'media/"quoted"',
  'media/<script>alert(1)</script>.html',
  'CON',
  'con.txt',
  'media/NUL',
  'media/nul.mp4',
  'media/PRN.txt',
  'media/AUX',
  'media/aux.tar.gz',
  'media/COM1',
  'media/com9.mp4',
  'media/COM¹.txt',
  'media/LPT1.txt',
  'media/lpt³',
  'media/CONIN$',
  'media/conout$.txt',
  'media/con .txt',
  'media/ends with dot.',
  'media/ends with space ',
  'media/folder./x.mp4',
  'media/folder /x.mp4',
  `media/${'x'.repeat(300)}`,
  `media/${'é'.repeat(200)}`,
  `${'deep/'.repeat(250)}x`,
] as const;

/** Pairs that are one file on some disk. */
const clashes: readonly (readonly [string, string, string])[] = [
  ['case', 'media/Clip.mp4', 'media/clip.MP4'],
  ['case of other alphabets', 'media/ΣΊΣΥΦΟΣ.mp4', 'media/σίσυφος.mp4'],
  ['composed and decomposed letters', 'media/caf\u00e9.mp4', 'media/cafe\u0301.mp4'],
  ['a sign and its letter', 'media/\u212B.mp4', 'media/\u00c5.mp4'],
  ['the Kelvin sign', 'media/\u212Aey.mp4', 'media/key.mp4'],
  ['a letter that becomes two', 'media/stra\u00dfe.mp4', 'media/STRASSE.mp4'],
  ['a long s', 'media/\u017fun.mp4', 'media/sun.mp4'],
  ['a file and a folder', 'media/thing', 'media/thing/x.mp4'],
  ['a folder and a file that differ in case', 'media/Thing', 'media/thing/x.mp4'],
  ['the very same name', 'media/twice.mp4', 'media/twice.mp4'],
];

const words = Buffer.from('words');

export function hostileNames(fresh: FreshParts): HostileCase[] {
  const listed = (names: readonly string[]) => () => {
    const parts = fresh();
    for (const name of names) addFile(parts, name, words, 'page');
    return closeParts(parts);
  };
  const unlisted = (...entries: ForgedEntry[]) =>
    closeParts(fresh(), { entries: (all) => [...all, ...entries] });
  return [
    ...waysOut.map((name): HostileCase => ({
      name: `the name ${JSON.stringify(name.length > 40 ? `${name.slice(0, 5)}… of ${name.length}` : name)}`,
      make: listed([name]),
      outcome: 'refused',
    })),
    ...clashes.map(([what, one, two]): HostileCase => ({
      name: `two names that clash by ${what}`,
      make: () => unlisted({ name: one, data: words }, { name: two, data: words }),
      outcome: 'refused',
    })),
    {
      name: 'an empty name',
      make: () => unlisted({ name: '', data: words }),
      outcome: 'refused',
      says: 'empty',
    },
    {
      name: 'a name that is not UTF-8',
      make: () => unlisted({ name: Buffer.from([0x61, 0xff, 0xfe, 0x2f, 0x62]), data: words }),
      outcome: 'refused',
    },
    {
      name: 'a way out in overlong UTF-8',
      make: () =>
        unlisted({ name: Buffer.from([0xc0, 0xae, 0xc0, 0xae, 0xc0, 0xaf, 0x78]), data: words }),
      outcome: 'refused',
    },
    {
      name: 'a way out in percent signs, listed',
      make: listed(['media/%2e%2e%2f%2e%2e%2foutside.txt']),
      outcome: 'taken',
    },
    {
      name: 'a file that nobody listed',
      make: () => unlisted({ name: 'media/extra.mp4', data: words }),
      outcome: 'refused',
      says: 'not in the manifest',
    },
    {
      name: 'a folder that has content',
      make: () => unlisted({ name: 'media/hidden/', data: words }),
      outcome: 'refused',
    },
    { name: 'folders of their own', make: () => unlisted({ name: 'media/' }), outcome: 'taken' },
    ...links(unlisted),
  ];
}

function links(unlisted: (...entries: ForgedEntry[]) => Buffer): HostileCase[] {
  const special: readonly (readonly [string, number])[] = [
    ['a symbolic link to a file', 0o120777],
    ['a pipe', 0o010644],
    ['a device', 0o060644],
    ['a terminal', 0o020644],
    ['a socket', 0o140644],
  ];
  return [
    ...special.map(([name, mode]): HostileCase => ({
      name,
      make: () =>
        unlisted({
          name: 'media/special',
          data: Buffer.from('/etc/passwd'),
          says: { attributes: (mode << 16) >>> 0 },
        }),
      outcome: 'refused',
    })),
    {
      name: 'a link to a folder, and a file through it',
      make: () =>
        unlisted(
          {
            name: 'media/videos/x',
            data: Buffer.from('../../..'),
            says: { attributes: (0o120777 << 16) >>> 0 },
          },
          { name: 'media/videos/x/outside.txt', data: words },
        ),
      outcome: 'refused',
      says: 'link',
    },
    {
      name: 'a junction of Windows',
      make: () => unlisted({ name: 'media/junction', data: words, says: { attributes: 0x400 } }),
      outcome: 'refused',
    },
  ];
}
