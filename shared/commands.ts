// Everything that can be asked for by name anywhere in the app: one table for the application menu, the keys, the command palette and
// the list of shortcuts. What a command does is in renderer/commands/.

export interface CommandSpec {
  readonly label: string;
  /** Where the application menu has it; `null`: in the palette alone. */
  readonly menu: 'file' | 'edit-first' | 'edit' | 'go' | 'queue' | 'view' | 'help' | null;
  /** What holds until the user chooses others, such as `CmdOrCtrl+Shift+E`; `null` for none. */
  readonly keys: string | null;
  /** Other words for the same thing; found, never shown. */
  readonly words?: string;
  /** Not there at all where it cannot work. */
  readonly isNotOnWindows?: true;
  /** Of the clip that is watched, or those that are selected; the palette has it only where there are any. */
  readonly isOfClips?: true;
}

const table = {
  'clip.new': { label: 'New clip', menu: 'file', keys: 'CmdOrCtrl+N', words: 'create generate' },
  'files.import': {
    label: 'Import videos and images…',
    menu: 'file',
    keys: 'CmdOrCtrl+I',
    words: 'add own media upload',
  },
  'archive.import': {
    label: 'Import an archive…',
    menu: 'file',
    keys: null,
    words: 'restore open zip backup',
  },
  'archive.export': {
    label: 'Export everything…',
    menu: 'file',
    keys: 'CmdOrCtrl+Shift+E',
    words: 'save archive zip backup download data',
  },
  'library.show': {
    label: 'Show the library folder',
    menu: 'file',
    keys: null,
    words: 'files disk finder explorer',
  },
  'library.findFiles': {
    label: 'Look for missing files',
    menu: 'file',
    keys: null,
    words: 'moved renamed lost find locate',
  },
  'change.undo': { label: 'Undo', menu: 'edit-first', keys: 'CmdOrCtrl+Z', words: 'take back' },
  'change.redo': { label: 'Redo', menu: 'edit-first', keys: 'CmdOrCtrl+Shift+Z', words: 'again' },
  'clips.favourite': {
    label: 'Add the selected clips to favourites',
    menu: 'edit',
    keys: null,
    words: 'star mark',
    isOfClips: true,
  },
  'clips.trash': {
    label: 'Move the selected clips to the trash',
    menu: 'edit',
    keys: null,
    words: 'delete remove bin',
    isOfClips: true,
  },
  'clips.compare': {
    label: 'Compare the selected clips',
    menu: 'edit',
    keys: null,
    words: 'takes side by side wipe difference',
    isOfClips: true,
  },
  'clips.saveElsewhere': {
    label: 'Save the selected clips elsewhere…',
    menu: 'file',
    keys: 'CmdOrCtrl+Shift+S',
    words: 'export copy download folder',
    isOfClips: true,
  },
  'clips.export': {
    label: 'Export the selected clips…',
    menu: 'file',
    keys: 'CmdOrCtrl+E',
    words: 'save archive zip part',
    isOfClips: true,
  },
  'clips.copyFiles': {
    label: 'Copy the files of the selected clips',
    menu: 'edit',
    keys: 'CmdOrCtrl+Shift+C',
    words: 'clipboard paste',
    isNotOnWindows: true, // Electron writes no list of files there; they are dragged out or saved elsewhere
    isOfClips: true,
  },
  'clips.reveal': {
    label: 'Show the file of the selected clip',
    menu: 'edit',
    keys: null,
    words: 'reveal finder explorer folder',
    isOfClips: true,
  },
  'library.search': {
    label: 'Search the library',
    menu: 'edit',
    keys: 'CmdOrCtrl+F',
    words: 'find',
  },
  'go.create': { label: 'Create', menu: 'go', keys: 'CmdOrCtrl+1' },
  'go.queue': { label: 'Queue', menu: 'go', keys: 'CmdOrCtrl+2', words: 'jobs' },
  'go.library': { label: 'Library', menu: 'go', keys: 'CmdOrCtrl+3', words: 'clips videos' },
  'go.trash': { label: 'Trash', menu: 'go', keys: null, words: 'deleted bin restore' },
  'go.prompts': { label: 'Prompts', menu: 'go', keys: 'CmdOrCtrl+4' },
  'go.assets': { label: 'Assets', menu: 'go', keys: 'CmdOrCtrl+5', words: 'images references' },
  'go.your-data': {
    label: 'Your data',
    menu: 'go',
    keys: 'CmdOrCtrl+6',
    words: 'privacy export erase storage',
  },
  'go.account': { label: 'Account', menu: 'go', keys: 'CmdOrCtrl+7', words: 'credits' },
  'go.settings': { label: 'Settings', menu: 'go', keys: 'CmdOrCtrl+,', words: 'preferences' },
  'queue.pause': { label: 'Pause the queue', menu: 'queue', keys: null, words: 'stop hold' },
  'queue.resume': { label: 'Resume the queue', menu: 'queue', keys: null, words: 'continue start' },
  'palette.open': { label: 'Commands…', menu: 'view', keys: 'CmdOrCtrl+K', words: 'palette' },
  'layout.grid': {
    label: 'Library as a grid',
    menu: 'view',
    keys: 'CmdOrCtrl+Alt+1',
    words: 'cards icons layout',
  },
  'layout.list': {
    label: 'Library as a list',
    menu: 'view',
    keys: 'CmdOrCtrl+Alt+2',
    words: 'rows table columns layout',
  },
  'layout.timeline': {
    label: 'Library as a timeline',
    menu: 'view',
    keys: 'CmdOrCtrl+Alt+3',
    words: 'days months years layout',
  },
  'theme.dark': { label: 'Dark theme', menu: null, keys: null, words: 'appearance' },
  'theme.light': { label: 'Light theme', menu: null, keys: null, words: 'appearance' },
  'theme.system': { label: 'Theme of the system', menu: null, keys: null, words: 'appearance' },
  'logs.show': { label: 'Show the logs', menu: 'help', keys: null, words: 'diagnostics' },
  'support.write': { label: 'Write to support', menu: 'help', keys: null, words: 'help mail' },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandId = keyof typeof table;
export const commands: Readonly<Record<CommandId, CommandSpec>> = table;
export const commandIds = Object.keys(table) as readonly CommandId[];

/** Those that can work on this system. */
export function commandIdsOn({ isWindows }: { readonly isWindows: boolean }): readonly CommandId[] {
  return isWindows ? commandIds.filter((id) => commands[id].isNotOnWindows !== true) : commandIds;
}

export function isCommandId(value: string): value is CommandId {
  return Object.hasOwn(table, value);
}

/** What the user chose instead; `null` takes the keys away. */
export type ChosenKeys = Readonly<Record<string, string | null>>;

export function keysOf(id: CommandId, chosen: ChosenKeys): string | null {
  return Object.hasOwn(chosen, id) ? (chosen[id] ?? null) : commands[id].keys;
}

/** Which of these commands has these keys now. */
export function commandWithKeys(
  keys: string,
  chosen: ChosenKeys,
  among: readonly CommandId[] = commandIds,
): CommandId | null {
  return among.find((id) => keysOf(id, chosen) === keys) ?? null;
}
