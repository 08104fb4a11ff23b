// Deletions: how they stand in the cloud, beside the clip and in the list; a long one under way; what a wipe leaves and shows.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Page } from 'playwright';
import type { FaultScriptInput } from '../../electron/gateway/faults/fault-script.ts';
import { generateClip, waitForClip } from '../main-job.ts';
import { CloudCopies } from '../pages/cloud-copies-page.ts';
import { callStudio } from '../studio-call.ts';
import { button, goTo, type PictureBook } from './picture-book.ts';
import type { Scene } from './tasks.ts';

const dayMs = 86_400_000;
/** What was accepted is confirmed when it is asked about again, which the app does after minutes; the third gets no answer. */
export const slowToErase: FaultScriptInput = {
  erasureConfirmAfterMs: 12_000,
  backupsKeptMs: 30 * dayMs,
  rules: [{ route: 'createErasure', nth: 3, fault: { type: 'status', status: 503 } }],
};
export const neverErases: FaultScriptInput = {
  resultsKeptMs: 3 * dayMs,
  rules: [{ route: 'createErasure', fault: { type: 'status', status: 503 } }],
};

const prompts = ['A paper boat on a quiet pond', 'Koi in a still pond', 'Lanterns over a river'];

async function idOf(window: Page, words: string): Promise<string> {
  const { items } = await callStudio(window, 'library.page', { search: words });
  return items[0]?.id ?? '';
}

async function untilState(window: Page, index: number, state: string): Promise<void> {
  for (let looks = 0; looks < 400; looks += 1) {
    const { items } = await callStudio(window, 'erasures.list', {});
    const sorted = items.toSorted((one, other) => one.requestedAt.localeCompare(other.requestedAt));
    const found = sorted[index];
    const hasTried = found !== undefined && (state !== 'waiting' || found.attempts > 0);
    if (hasTried && found.state === state) return;
    if (state === 'confirmed') await callStudio(window, 'erasures.tryNow', {});
    await window.waitForTimeout(200);
  }
  throw new Error(`Deletion ${index} does not become ${state}`);
}

/** Three clips whose copies go: one is confirmed, one is accepted, one waits. */
export async function shootCloudDeletions({ window, book }: Scene): Promise<void> {
  for (const prompt of prompts) {
    await generateClip(window, prompt);
    await waitForClip(window, prompt);
  }
  await goTo(window, '#/library');
  const cells = window.getByRole('gridcell');
  await cells.nth(0).click();
  await cells.nth(2).click({ modifiers: ['Shift'] });
  await button(window, 'Keep only on this device').click();
  await book.take(window, 'keep-only-here');
  await window.keyboard.press('Escape');
  const ids: string[] = [];
  for (const prompt of prompts) ids.push(await idOf(window, prompt));
  for (const [index, id] of ids.entries()) {
    await callStudio(window, 'erasures.keepHere', { ids: [id] });
    await untilState(
      window,
      index,
      index === 0 ? 'confirmed' : index === 1 ? 'accepted' : 'waiting',
    );
  }
  await goTo(window, '#/your-data/receipts');
  await book.take(window, 'receipts-cloud');
  for (const [index, state] of ['confirmed', 'accepted', 'waiting'].entries()) {
    await goTo(window, `#/viewer/${ids[index] ?? ''}`);
    await window.getByText(/^Cloud copy: /).scrollIntoViewIfNeeded();
    await book.take(window, `clip-${state}`);
  }
  await goTo(window, '#/library');
  const panel = button(window, 'Details panel');
  if ((await panel.getAttribute('aria-pressed')) !== 'true') await panel.click();
  await cells.nth(2).click();
  await window.getByText(/^Cloud copy: /).scrollIntoViewIfNeeded();
  await book.take(window, 'clip-in-library');
  await goTo(window, '#/your-data/receipts');
  await window.getByRole('button', { name: /^Details of .*boat/ }).click();
  await book.take(window, 'receipts-details');
}

/** What was erased here, and the answer of the cloud about the rest. */
export async function eraseSome({ window }: Scene): Promise<void> {
  for (const kind of ['logs', 'history'] as const) {
    const plan = await callStudio(window, 'erase.plan', { subject: { type: 'kind', kind } });
    await callStudio(window, 'erase.run', { planId: plan.planId });
  }
  const { collection } = await callStudio(window, 'collections.create', { name: 'Rain reel' });
  const { items } = await callStudio(window, 'library.page', { limit: 6 });
  const change = { type: 'collect', collectionId: collection.id } as const;
  await callStudio(window, 'clips.change', { ids: items.map(({ id }) => id), change });
  await goTo(window, '#/your-data/receipts');
  await window.getByText('Done', { exact: true }).nth(1).waitFor();
  await callStudio(window, 'access.ask', {});
  await goTo(window, '#/your-data');
  await window.getByText('Last answer').waitFor();
}

/** Two rows with one video, as two downloads of it leave them. */
export function makeTwin(home: string): void {
  const db = new BetterSqlite3(join(home, 'library', 'library.db'));
  const [one, other] = db
    .prepare(
      `select file_path as path, sha256, size_bytes as bytes from output group by sha256
       order by size_bytes desc limit 2`,
    )
    .all() as { readonly path: string; readonly sha256: string; readonly bytes: number }[];
  if (!one || !other) throw new Error('There are no two videos');
  copyFileSync(join(home, 'library', one.path), join(home, 'library', other.path));
  db.prepare('update output set sha256 = ?, size_bytes = ? where file_path = ?').run(
    one.sha256,
    one.bytes,
    other.path,
  );
  db.close();
}

/** Thousands of clips by their date, until it is stopped. */
export async function shootLongErasure({ window, book }: Scene): Promise<void> {
  await goTo(window, '#/your-data');
  await button(window, 'By date or rating').click();
  await window
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Delete [\d,]+ clips$/ })
    .click();
  const stop = button(window, 'Stop erasing');
  await stop.waitFor();
  await book.take(window, 'erase-under-way');
  await stop.click();
  await window.getByText('Stopped. What was not begun stays.').waitFor({ timeout: 60_000 });
  await book.take(window, 'erase-stopped');
  await goTo(window, '#/your-data/receipts');
  await book.take(window, 'receipts-stopped');
}

/** Clips that another device made, and the plan of erasing one that is nowhere else. */
export async function shootOnlyInCloud(window: Page, book: PictureBook): Promise<void> {
  const copies = new CloudCopies(window);
  await goTo(window, '#/your-data/cloud-copies');
  await copies.look.click();
  await copies.row('lighthouse').waitFor();
  await book.take(window, 'only-in-cloud');
  await copies
    .row('lighthouse')
    .getByRole('button', { name: /^Erase/ })
    .click();
  await window.getByRole('alertdialog').waitFor();
  await book.take(window, 'erase-only-in-cloud');
  await window.keyboard.press('Escape');
}

/** Orders everything erased, here and there; resolves when the app has ended. */
export async function eraseEverything({ app, window, book }: Scene): Promise<void> {
  await goTo(window, '#/your-data');
  await button(window, 'Erase everything').click();
  const dialog = window.getByRole('alertdialog').or(window.getByRole('dialog'));
  await dialog.getByRole('textbox').fill('ERASE');
  await book.take(window, 'erase-everything-confirmed');
  await app.evaluate(({ app: electronApp }) => {
    electronApp.relaunch = () => undefined;
  });
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await dialog.getByRole('button', { name: /^Erase/ }).click();
  await ended;
}
