// Words of the Prompts screen.

export const prompts = {
  title: 'Prompts',
  list: 'Prompts',
  search: 'Search prompts',
  clips_one: '{{figure}} clip',
  clips_other: '{{figure}} clips',
  lastUsed: 'last used {{date}}',
  use: 'Use in Create',
  copy: 'Copy',
  copied: 'Prompt copied.',
  text: 'Prompt text',
  length: '{{figure}} characters',
  madeWithIt: 'Clips made with it',
  openInLibrary: 'Open in Library',
  noClips: 'No clip of this prompt is in the library.',
  emptyTitle: 'No prompts yet',
  emptyText:
    'Every prompt that you send is kept here with the clips that came of it, on this device.',
  emptyAction: 'Write the first prompt',
  others: '{{figure}} more. Search finds them.',
  nothing: 'No prompt matches “{{query}}”.',
  failedTitle: 'The prompts cannot be read at the moment',
} as const;
