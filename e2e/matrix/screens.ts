// Which screens the picture matrix shows, how each is reached, and what is opened on it. Everything that is opened is closed by Escape.
import type { Page } from 'playwright';
import { CommandPalette } from '../pages/commands-page.ts';
import { Layouts } from '../pages/layouts-page.ts';
import { YourDataScreen } from '../pages/studio-pages.ts';

export interface Shot {
  readonly name: string;
  readonly address: string;
  /** Without it the screen itself is shown. */
  readonly open?: (window: Page) => Promise<void>;
  /** Takes back what Escape does not. */
  readonly close?: (window: Page) => Promise<void>;
  /** Only where there are clips. */
  readonly needsClips?: true;
  /** The same in every library. */
  readonly isAlike?: true;
}

const firstCard = (window: Page) => window.locator('[data-clip]').first();

function laidOut(layout: 'List' | 'Timeline'): Shot {
  return {
    name: `library-${layout.toLowerCase()}`,
    address: '#/library',
    needsClips: true,
    open: (window) => new Layouts(window).choose('Grid', layout),
    close: (window) => new Layouts(window).choose(layout, 'Grid'),
  };
}

const library: readonly Shot[] = [
  { name: 'library', address: '#/library' },
  {
    name: 'library-selected',
    address: '#/library',
    needsClips: true,
    open: async (window) => {
      await firstCard(window).click();
      await window.keyboard.press('Shift+ArrowRight');
      await window.keyboard.press('Shift+ArrowRight');
    },
  },
  laidOut('List'),
  laidOut('Timeline'),
  {
    name: 'library-menu',
    address: '#/library',
    needsClips: true,
    open: (window) => firstCard(window).click({ button: 'right' }),
  },
  {
    name: 'library-search',
    address: '#/library',
    needsClips: true,
    open: async (window) => {
      await window.getByRole('searchbox', { name: 'Search', exact: true }).fill('light is:');
      await window.waitForTimeout(300);
    },
  },
];

const yourData: readonly Shot[] = [
  { name: 'your-data', address: '#/your-data' },
  { name: 'your-data-map', address: '#/your-data/map' },
  { name: 'your-data-ledger', address: '#/your-data/ledger' },
  { name: 'your-data-cloud-copies', address: '#/your-data/cloud-copies' },
  { name: 'your-data-storage', address: '#/your-data/storage' },
  {
    name: 'your-data-erase',
    address: '#/your-data',
    open: async (window) => {
      await new YourDataScreen(window).eraseEverything.click();
      const question = window.getByRole('dialog').or(window.getByRole('alertdialog')).first();
      await question.getByText('Gone now, on this device').waitFor({ timeout: 60_000 });
    },
  },
];

const settings: readonly Shot[] = [
  'appearance',
  'library',
  'generation',
  'security',
  'shortcuts',
  'diagnostics',
  'about',
].map((section) => ({
  name: `settings-${section}`,
  address: `#/settings/${section}`,
  isAlike: true,
}));

/** `clip` is the one that the viewer shows, `others` are compared with it; `null` in an empty library. */
export function shotsOf(clip: string | null, others: readonly string[]): Shot[] {
  const shots: Shot[] = [
    { name: 'create', address: '#/create' },
    { name: 'queue', address: '#/queue' },
    ...library,
    { name: 'prompts', address: '#/prompts' },
    { name: 'assets', address: '#/assets' },
    ...yourData,
    { name: 'account', address: '#/account' },
    ...settings,
    {
      name: 'palette',
      address: '#/library',
      open: (window) => new CommandPalette(window).open(),
    },
  ];
  if (clip !== null) {
    shots.push({ name: 'viewer', address: `#/viewer/${clip}` });
    shots.push({ name: 'compare', address: `#/compare/${[clip, ...others].join('+')}` });
  }
  return shots.filter(({ needsClips }) => clip !== null || !needsClips);
}
