// A few real clips in a real app, so that a screen has something to show. Made by the embedded gateway, all at once.
import type { Page } from 'playwright';
import { fitParameters } from '#shared/domain/parameters.ts';
import { callStudio } from './studio-call.ts';

const prompts = [
  'Lighthouse before the storm, the beam sweeps over the waves',
  'Aurora over the fjord, slow pan across green curtains of light',
  'Paper lanterns rise over a quiet river at dusk',
  'Neon city in the rain, a woman with a black umbrella, slow push-in',
  'Hot air balloons over a misty valley at sunrise',
  'Glass jellyfish drift through dark water',
  'A cabin in deep snow at dusk, one window lit',
  'Desert dunes under a rising moon, sand blows over the crest',
  'A peony opens in slow motion, soft pink light',
  'Koi in a still pond, ripples, view from above',
  'A space corridor, airlock lights come on one by one',
  'Pink plaster arches, the tide comes in',
];

/** Waits until nothing is under way any more. */
export async function untilIdle(window: Page): Promise<void> {
  for (;;) {
    const { active } = await callStudio(window, 'generations.queue', {});
    if (active.length === 0) return;
    await window.waitForTimeout(100);
  }
}

/** The least that the models of the demo make. */
export const shortClipS = 3;

/** Orders `count` clips with the model's own defaults but for the duration; ids in the order of the prompts. */
export async function orderClips(
  window: Page,
  count: number,
  durationS = shortClipS,
): Promise<string[]> {
  const { service } = await callStudio(window, 'cloud.refresh', {});
  const model = service?.models[0];
  if (!model) throw new Error('The gateway offers no model');
  const ids: string[] = [];
  for (const prompt of prompts.slice(0, count)) {
    const parameters = fitParameters(model, 'text-to-video', { duration: durationS });
    const { items } = await callStudio(window, 'generations.create', {
      kind: 'text-to-video',
      modelId: model.id,
      prompt,
      parameters,
    });
    ids.push(...items.map(({ id }) => id));
  }
  return ids;
}
