// Takes ratings, labels and stars off every clip of a seeded library, for journeys that count their own.
import type { Page } from 'playwright';
import { callStudio } from './studio-call.ts';

export async function clearMarks(window: Page): Promise<void> {
  const { items } = await callStudio(window, 'library.page', { limit: 200 });
  const ids = items.map(({ id }) => id);
  await callStudio(window, 'clips.change', { ids, change: { type: 'rate', rating: 0 } });
  await callStudio(window, 'clips.change', { ids, change: { type: 'label', label: null } });
  await callStudio(window, 'clips.change', {
    ids,
    change: { type: 'favourite', isFavourite: false },
  });
}
