// Words of the screens that replace the window when something is damaged or failed.

export const recovery = {
  crashTitle: 'This screen failed. Your work is safe.',
  crashText:
    'Nothing that you made is kept in this window. Loading it again brings back the last saved state.',
  reload: 'Load again',
  toLibrary: 'Go to Library',
  copyDetails: 'Copy technical details',
  copied: 'Copied',
  libraryTitle: 'The library cannot be opened',
  damagedLead:
    'Nothing was changed. The videos lie in the library folder as ordinary files; a backup or an archive brings the rest back into another folder.',
  chooseFolder: 'Choose another folder…',
  showLogs: 'Show logs',
  quit: 'Quit',
  unknownTitle: 'There is nothing at this address',
  unknownText: 'It may have been erased, or the link is old.',
} as const;
