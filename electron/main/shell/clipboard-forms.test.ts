import { expect, it } from 'vitest';
import { formsOf } from './clipboard-forms.ts';

const files = ['/home/a/videos/2026-11-26 rain & fog [k7f3q2].mp4', '/home/a/é.mp4'];
const [first, second] = [
  'file:///home/a/videos/2026-11-26%20rain%20&%20fog%20%5Bk7f3q2%5D.mp4',
  'file:///home/a/%C3%A9.mp4',
];

it('lists addresses as the file managers of Linux read them', () => {
  expect(formsOf(files, 'linux')).toEqual([
    { format: 'text/uri-list', text: `${first}\r\n${second}\r\n` },
    { format: 'x-special/gnome-copied-files', text: `copy\n${first}\n${second}` },
  ]);
});

it('gives the Finder one address, or a list of names that is well-formed', () => {
  expect(formsOf(files.slice(0, 1), 'darwin')).toEqual([
    { format: 'public.file-url', text: first },
  ]);
  const [list] = formsOf(files, 'darwin');
  expect(list?.format).toBe('NSFilenamesPboardType');
  expect(list?.text).toContain('rain &amp; fog [k7f3q2].mp4</string><string>/home/a/é.mp4');
});

it('has no form for Windows', () => {
  expect(formsOf(files, 'win32')).toEqual([]);
});
