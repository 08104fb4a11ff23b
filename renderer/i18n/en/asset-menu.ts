// Words of the menus at the right button in Assets and Prompts.

export const assetMenu = {
  label: 'Image',
  open: 'Open',
  copyName: 'Copy name',
  prompt: 'Prompt',
} as const;
