// Keeping clips in order, as a person sees it: cards, the bar of the selection, the trash, toasts.
import type { Locator, Page } from '@playwright/test';

/** px, from the upper left corner of a card. */
interface CardPlace {
  readonly cell: number;
  readonly x: number;
  readonly y: number;
}

export class OrganisedLibrary {
  readonly window: Page;
  readonly bar: Locator;
  readonly toasts: Locator;
  readonly cells: Locator;
  readonly picked: Locator;
  readonly tagField: Locator;
  readonly band: Locator;
  constructor(window: Page) {
    this.window = window;
    this.bar = window.getByRole('toolbar');
    this.toasts = window.getByRole('alertdialog');
    this.cells = window.getByRole('grid').getByRole('gridcell');
    this.picked = window.getByRole('grid').getByRole('gridcell', { selected: true });
    this.tagField = window.getByRole('searchbox', { name: 'Find or add a tag' });
    this.band = window.getByRole('grid').locator('[class*=_band_]');
  }
  /** Presses, moves, and holds the button. */
  async drawBand(from: CardPlace, to: CardPlace): Promise<void> {
    const { mouse } = this.window;
    await this.pointAt(from);
    await mouse.down();
    await this.pointAt(to, 4);
  }
  private async pointAt({ cell, x, y }: CardPlace, steps = 1): Promise<void> {
    const box = await this.cells.nth(cell).boundingBox();
    if (!box) throw new Error(`card ${cell} is not drawn`);
    await this.window.mouse.move(box.x + x, box.y + y, { steps });
  }
  action(name: string): Locator {
    return this.bar.getByRole('button', { name, exact: true });
  }
  /** From a menu of the bar. */
  async choose(menu: string, item: string): Promise<void> {
    await this.action(menu).click();
    await this.window.getByRole('menuitem', { name: item, exact: true }).click();
  }
  toast(words: string): Locator {
    return this.toasts.filter({ hasText: words });
  }
  async undoFrom(words: string): Promise<void> {
    await this.toast(words).getByRole('button', { name: 'Undo', exact: true }).click();
  }
  /** All clips, Favourites or Trash. */
  async show(place: string): Promise<void> {
    await this.window.getByRole('radiogroup', { name: 'Show' }).getByText(place).click();
  }
}

export class OrganisedViewer {
  readonly window: Page;
  readonly back: Locator;
  readonly rating: Locator;
  readonly addTag: Locator;
  readonly notes: Locator;
  readonly notesTab: Locator;
  constructor(window: Page) {
    this.window = window;
    this.back = window.getByRole('button', { name: 'Back to Library' });
    this.rating = window.getByRole('radiogroup', { name: 'Rating' });
    this.addTag = window.getByRole('button', { name: 'Add a tag' });
    this.notes = window.getByRole('textbox', { name: 'Notes' });
    this.notesTab = this.tab('Notes');
  }
  /** What a pointer meets of a radio: its star, its dot. */
  private face(group: string, name: string): Locator {
    const radio = this.window.getByRole('radio', { name, exact: true });
    return this.window
      .getByRole('radiogroup', { name: group })
      .locator('label')
      .filter({ has: radio });
  }
  stars(count: number): Locator {
    return this.rating.getByRole('radio', { name: starsName(count), exact: true });
  }
  async rate(count: number): Promise<void> {
    await this.face('Rating', starsName(count)).click();
  }
  label(name: string): Locator {
    return this.window.getByRole('radiogroup', { name: 'Label' }).getByRole('radio', { name });
  }
  async setLabel(name: string): Promise<void> {
    await this.face('Label', name).click();
  }
  tab(name: string): Locator {
    return this.window.getByRole('radiogroup', { name: 'Show' }).getByText(name, { exact: true });
  }
  removeTag(name: string): Locator {
    return this.window.getByRole('button', { name: `Remove tag ${name}`, exact: true });
  }
}

const starsName = (count: number) => (count === 1 ? '1 star' : `${count} stars`);
