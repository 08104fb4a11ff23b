// Videos, posters and images that are something else, all with true sizes and hashes.
import { closeParts } from './honest-files.ts';
import { type FreshParts, type HostileCase, posterPath, videoPath } from './hostile-case.ts';

const contents: readonly (readonly [string, Buffer])[] = [
  ['a page', Buffer.from('<!doctype html><script>alert(document.domain)</script>')],
  [
    'a drawing with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  ],
  ['a program of Windows', Buffer.from('MZ\u0090\u0000program')],
  ['a program of Linux', Buffer.from('\u007fELF program')],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf ~\n')],
  ['nothing', Buffer.alloc(0)],
];

export function hostileMedia(fresh: FreshParts): HostileCase[] {
  return [videoPath, posterPath, 'asset'].flatMap((path) =>
    contents.map(([what, data]): HostileCase => ({
      name: `${what} in place of ${path === videoPath ? 'a video' : path === 'asset' ? 'an image' : 'a poster'}`,
      make: () => {
        const parts = fresh();
        const name =
          path === 'asset'
            ? [...parts.files.keys()].find((candidate) => candidate.startsWith('media/assets/'))
            : path;
        parts.files.set(name ?? path, data);
        return closeParts(parts);
      },
      outcome: 'taken',
    })),
  );
}
