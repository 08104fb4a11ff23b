// Keeps the page of keys in the handbook (docs/user/keyboard.md) equal to the lists that the app listens to: `vitest -u` writes it anew.
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { commandIds, commands, keysOf } from '#shared/commands.ts';
import { formatAccelerator } from '#shared/domain/accelerator.ts';
import { compareCommandOf } from '../renderer/features/compare/compare-keys.ts';
import {
  compareKeys,
  createKeys,
  everywhereKeys,
  libraryKeys,
  viewerKeys,
} from '../renderer/features/settings/keys/shortcuts.ts';
import { commandOf } from '../renderer/features/viewer/player-keys.ts';
import { settings } from '../renderer/i18n/en/settings.ts';

const page = fileURLToPath(new URL('../docs/user/keyboard.md', import.meta.url));

it('tells all keys', async () => {
  const parts = [
    '# Keys',
    'The keys of commands can be changed in Settings, Shortcuts, where the ones that hold now are listed. The menus and tips show them too.',
    `## ${settings.commands}`,
    table(commandRows()),
    `## ${settings.everywhere}`,
    table(rowsOf(everywhereKeys)),
    `## ${settings.inCreate}`,
    table(rowsOf(createKeys)),
    `## ${settings.inLibrary}`,
    table(rowsOf(libraryKeys)),
    `## ${settings.inViewer}`,
    table(rowsOf(() => viewerKeys)),
    `## ${settings.inCompare}`,
    table(rowsOf(() => compareKeys)),
  ];
  const text = await format(parts.join('\n\n'), { parser: 'markdown', printWidth: 150 });
  await expect(text).toMatchFileSnapshot(page);
});

it.each([
  ['viewer', viewerKeys, commandOf],
  ['Compare', compareKeys, compareCommandOf],
])('lists the keys of the %s, all of them and no other', (_place, list, commandFor) => {
  const listed = list.flatMap(({ keys }) => keys.flatMap(pressed));
  const heard = everyKey.filter((key) => commandFor(pressOf(key)) !== null);
  expect(new Set(listed)).toEqual(new Set(heard));
});

const named = [
  'Delete',
  'Escape',
  'F2',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Enter',
  'Tab',
];
const everyKey = [
  ...named,
  ...Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)),
].filter(
  (key) => !/^[A-Z]$/.test(key), // the same as the small letter
);

const pressOf = (key) => ({ key, hasModifier: false, isTyping: false, isOnControl: false });

/** What is on the keyboard, for what is printed. */
function pressed(printed) {
  const signs = {
    Space: [' '],
    Esc: ['Escape'],
    '←': ['ArrowLeft'],
    '→': ['ArrowRight'],
    '0 – 5': ['0', '1', '2', '3', '4', '5'],
  };
  return signs[printed] ?? [printed.length === 1 ? printed.toLowerCase() : printed];
}

function table(rows) {
  const heading = [
    ['What', 'Linux, Windows', 'macOS'],
    ['---', '---', '---'],
  ];
  return [...heading, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function commandRows() {
  return commandIds.map((id) => {
    const keys = keysOf(id, {});
    const printed = (isMac) => (keys === null ? '' : formatAccelerator(keys, isMac));
    return [commands[id].label, printed(false), printed(true)];
  });
}

/** `listOf` is asked with whether it is a Mac. */
function rowsOf(listOf) {
  const onMac = listOf(true);
  return listOf(false).map(({ id, keys }, index) => [
    settings.key[id],
    keys.join(' or '),
    onMac[index].keys.join(' or '),
  ]);
}
