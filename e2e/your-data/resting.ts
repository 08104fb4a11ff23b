// The tabs, lists and dialogs of Your data while nothing is under way.
import type { Page } from 'playwright';
import { callStudio } from '../studio-call.ts';
import { button, goTo, type PictureBook } from './picture-book.ts';

type Attempt = (what: string, look: () => Promise<void>) => Promise<void>;
type State = (window: Page) => Promise<unknown>;

const at =
  (address: string): State =>
  (window) =>
    goTo(window, address);

async function press(window: Page, address: string, name: string): Promise<void> {
  await goTo(window, address);
  await button(window, name).click();
}

async function firstRow(window: Page, kind: string): Promise<void> {
  await goTo(window, `#/your-data?kind=${kind}`);
  await window.getByRole('main').getByRole('listitem').first().getByRole('link').click();
}

async function find(window: Page, address: string, box: string): Promise<void> {
  await goTo(window, address);
  await window.getByRole('searchbox', { name: box }).fill('zebra');
}

const empty: Readonly<Record<string, State>> = {
  'empty-overview': at('#/your-data'),
  'empty-storage': at('#/your-data/storage'),
  'empty-receipts': at('#/your-data/receipts'),
  'empty-rows': at('#/your-data?kind=videos'),
};

const filled: Readonly<Record<string, State>> = {
  overview: at('#/your-data'),
  storage: at('#/your-data/storage'),
  'storage-duplicates': async (window) => {
    await goTo(window, '#/your-data/storage');
    await window.getByRole('region', { name: 'There twice' }).scrollIntoViewIfNeeded();
  },
  'cloud-copies': at('#/your-data/cloud-copies'),
  'cloud-held': async (window) => {
    await goTo(window, '#/your-data');
    await window.getByRole('region', { name: 'What the cloud holds' }).scrollIntoViewIfNeeded();
  },
  map: at('#/your-data/map'),
  'map-recipients': async (window) => {
    await goTo(window, '#/your-data/map');
    await window.getByRole('list', { name: 'What the service keeps' }).scrollIntoViewIfNeeded();
  },
  ledger: at('#/your-data/ledger'),
  'ledger-found-none': (window) => find(window, '#/your-data/ledger', 'Find a request'),
  'export-part': async (window) => {
    await press(window, '#/your-data', 'Export a part…');
    await window.getByText('Clips made between two days').click();
  },
  'erase-everything': (window) => press(window, '#/your-data', 'Erase everything'),
  'erase-by-date': (window) => press(window, '#/your-data', 'By date or rating'),
  'erase-kind': (window) => press(window, '#/your-data', 'By kind'),
  'clean-up-rules': async (window) => {
    await press(window, '#/your-data', 'Clean-up rules');
    await window.getByText('Move clips to the trash by themselves').click();
    await window.getByRole('button', { name: /Not changed for$/ }).click();
    await window.getByRole('option').nth(1).click();
  },
  'rows-videos': (window) => firstRow(window, 'videos'),
  'rows-prompts': at('#/your-data?kind=prompts'),
  'rows-preferences': at('#/your-data?kind=preferences'),
  'rows-logs': (window) => firstRow(window, 'logs'),
  'rows-not-found': (window) => find(window, '#/your-data?kind=assets', 'Find in Reference assets'),
};

async function shootStates(
  window: Page,
  book: PictureBook,
  states: Readonly<Record<string, State>>,
  attempt: Attempt,
): Promise<void> {
  for (const [name, reach] of Object.entries(states)) {
    await attempt(name, async () => {
      await reach(window);
      await book.take(window, name);
    });
  }
  await window.keyboard.press('Escape');
}

export const shootEmpty = (window: Page, book: PictureBook, attempt: Attempt) =>
  shootStates(window, book, empty, attempt);
export const shootResting = (window: Page, book: PictureBook, attempt: Attempt) =>
  shootStates(window, book, filled, attempt);

/** A purpose that was objected to: what stands in Account, and what Create says. */
export async function shootRestricted(window: Page, book: PictureBook): Promise<void> {
  await callStudio(window, 'choices.set', { purpose: 'send-prompts', isAllowed: false });
  await goTo(window, '#/account');
  await window.getByText('Send prompts to make clips').scrollIntoViewIfNeeded();
  await book.take(window, 'restricted-purpose');
  await goTo(window, '#/create');
  await window.getByRole('textbox', { name: 'Prompt', exact: true }).fill('A kite over the sea');
  await button(window, 'Generate').click();
  await book.take(window, 'restricted-create');
  await callStudio(window, 'choices.set', { purpose: 'send-prompts', isAllowed: true });
}
