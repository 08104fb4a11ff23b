// A studio in the middle of a day: a clip is being made, others wait, one is paused and one was refused; a prompt is kept with its
// variables and wordings. One start of the app for all pictures, since its work goes on meanwhile.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { temporaryFolder } from '../launch.ts';
import { CommandPalette } from '../pages/commands-page.ts';
import { Compare } from '../pages/compare-page.ts';
import { ComposePage } from '../pages/compose-page.ts';
import { QueueScreen } from '../pages/queue-page.ts';
import { orderClips, untilIdle } from '../sample-clips.ts';
import { showScreen } from '../show-screen.ts';
import { callStudio } from '../studio-call.ts';
import type { Shot } from './screens.ts';

/** Of the batch, which is made before anything is refused or slow. */
const batchSize = 6;

/** What the service does with the renders after the batch: the first is refused, the next is slow. */
export function slowService(): { readonly env: Record<string, string>; remove(): void } {
  const folder = temporaryFolder('matrix-faults');
  const path = join(folder, 'faults.json');
  const message = 'The word “storm” may have been read as a threat.';
  const fail = { code: 'policy-refused', message, refused: true };
  const renders = [
    { nth: batchSize + 1, times: 1, fail },
    { nth: batchSize + 2, delayMs: 3_600_000 },
  ];
  writeFileSync(path, JSON.stringify({ renders }));
  return {
    env: { KLING5_GATEWAY_FAULTS: path },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export async function bringToWork(window: Page): Promise<void> {
  await makeBatch(window);
  await untilIdle(window);
  await callStudio(window, 'queue.pause', {});
  const ids = await orderClips(window, 7, 5);
  const [refused, , , paused, alsoPaused] = ids;
  const newest = ids.at(-1);
  if (!refused || !newest || !paused || !alsoPaused) throw new Error('There are too few jobs');
  await callStudio(window, 'generations.move', { id: newest, to: { at: 'after', id: refused } });
  for (const id of [paused, alsoPaused]) await callStudio(window, 'generations.pause', { id });
  await callStudio(window, 'queue.resume', {});
  await new QueueScreen(window).jobThatIs('Lighthouse', 'Refused').waitFor({ timeout: 60_000 });
  await new QueueScreen(window).jobThatIs('A cabin', 'Rendering').waitFor({ timeout: 60_000 });
}

async function makeBatch(window: Page): Promise<void> {
  await showScreen(window, '#/create');
  const page = new ComposePage(window);
  await page.prompt.fill(
    'A lighthouse in {weather}, {light: first light, blue hour}, the beam turns over black water',
  );
  for (const value of ['fog', 'snow', 'heavy rain']) await page.addValue('weather', value);
  await page.more('Save to prompts');
  await window.getByText('Saved in Prompts.').waitFor();
  await page.button(`Generate ${batchSize}`).click();
  await showScreen(window, '#/queue');
  const { items } = await callStudio(window, 'savedPrompts.list', {});
  const kept = items[0];
  if (!kept) throw new Error('The prompt was not kept');
  const text = `${kept.text}. Slow push-in, 35 mm`;
  const change = { title: 'Lighthouse weathers', tags: ['sea', 'teaser'], isFavourite: true };
  await callStudio(window, 'savedPrompts.change', { id: kept.id, text, ...change });
}

/** `clips`: two takes of one prompt. */
export function shotsAtWork(clips: readonly string[]): readonly Shot[] {
  const compare = `#/compare/${clips.join('+')}`;
  return [
    {
      name: 'queue',
      address: '#/queue',
      open: async (window) => {
        await new QueueScreen(window).jobThatIs('Lighthouse', 'Refused').focus();
        await window.keyboard.press('Enter');
        await new QueueScreen(window).details.waitFor();
      },
    },
    { name: 'create', address: '#/create', open: fillComposer },
    { name: 'prompts', address: '#/prompts' },
    { name: 'viewer', address: `#/viewer/${clips[0] ?? ''}` },
    {
      name: 'viewer-history',
      address: `#/viewer/${clips[0] ?? ''}`,
      open: (window) =>
        window.getByRole('radio', { name: 'History', exact: true }).check({ force: true }),
    },
    { name: 'compare-wipe', address: compare, open: (window) => new Compare(window).show('Wipe') },
    {
      name: 'compare-difference',
      address: compare,
      open: (window) => new Compare(window).show('Difference'),
    },
    {
      name: 'palette',
      address: '#/library',
      open: async (window) => {
        await new CommandPalette(window).open();
        await window.keyboard.type('light');
      },
    },
  ];
}

/** From pictures, with the first of the assets. */
async function fillComposer(window: Page): Promise<void> {
  const page = new ComposePage(window);
  await page.kind('Image').check({ force: true });
  await page.prompt.fill('Slow push-in on the {subject: harbour, lighthouse} as the rain stops');
  if ((await page.composer.getByRole('img', { name: 'First frame' }).count()) > 0) return;
  await page.button('From assets').click();
  const tray = window.getByRole('dialog', { name: 'Reference images' });
  await tray.getByRole('option').first().click();
  await tray.getByRole('button', { name: 'Use in the clip' }).click();
  await page.composer.getByRole('img', { name: 'First frame' }).waitFor();
}
