// Keeps the page of keys in the handbook (docs/user/keyboard.md) equal to the lists that the app listens to: `vitest -u` writes it anew.
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { commandIds, commands, keysOf } from '#shared/commands.ts';
import { formatAccelerator } from '#shared/domain/accelerator.ts';
import {
  createKeys,
  everywhereKeys,
  libraryKeys,
  viewerKeys,
} from '../renderer/features/settings/keys/shortcuts.ts';
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
  ];
  const text = await format(parts.join('\n\n'), { parser: 'markdown', printWidth: 150 });
  await expect(text).toMatchFileSnapshot(page);
});

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
