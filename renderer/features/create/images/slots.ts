// The places for images that a model offers, and which image is in which. Pure.
import type { DraftImage } from '#shared/contract/draft.ts';
import type { ImageRole } from '#shared/gateway/generation.ts';
import type { ImageRules } from '#shared/gateway/model.ts';

export interface Slot {
  readonly id: string;
  readonly role: ImageRole;
  /** Of a reference, from 1. */
  readonly number: number;
  readonly image: DraftImage | null;
}

/** First frame, last frame, the references and one free place while there may be more. */
export function slotsFor(rules: ImageRules, images: readonly DraftImage[]): Slot[] {
  const slots: Slot[] = [];
  const single = (role: ImageRole) =>
    slots.push({ id: role, role, number: 1, image: images.find((i) => i.role === role) ?? null });
  if (rules.firstFrame !== 'none') single('first-frame');
  if (rules.lastFrame !== 'none') single('last-frame');
  const references = images.filter(({ role }) => role === 'reference');
  const places = Math.min(rules.maxReferences, references.length + 1);
  for (let index = 0; index < places; index += 1) {
    const number = index + 1;
    const image = references[index] ?? null;
    slots.push({ id: `reference-${number}`, role: 'reference', number, image });
  }
  return slots;
}

/** How many images the model takes at most. */
export function slotLimit({ firstFrame, lastFrame, maxReferences }: ImageRules): number {
  return (firstFrame === 'none' ? 0 : 1) + (lastFrame === 'none' ? 0 : 1) + maxReferences;
}

/** Where images go that were dropped on the prompt: into the free places in order, else into the first. */
export function rolesForDrop(
  rules: ImageRules,
  images: readonly DraftImage[],
  count: number,
): ImageRole[] {
  const isFree = (role: ImageRole) => !images.some((image) => image.role === role);
  const free: ImageRole[] = [];
  if (rules.firstFrame !== 'none' && isFree('first-frame')) free.push('first-frame');
  const references = images.filter(({ role }) => role === 'reference').length;
  for (let index = references; index < rules.maxReferences; index += 1) free.push('reference');
  if (rules.lastFrame !== 'none' && isFree('last-frame')) free.push('last-frame');
  if (free.length === 0 && rules.firstFrame !== 'none') free.push('first-frame');
  return free.slice(0, count);
}
