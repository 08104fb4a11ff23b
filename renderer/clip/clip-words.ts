// Facts of a clip as short words: its name, one line under it, its figures. Pure; must not translate (names and figures only).
import type { GenerationSummary, Output } from '#shared/contract/generation.ts';

type Named = Pick<GenerationSummary, 'title' | 'prompt'>;

/** The title, or the prompt where there is none. Never empty. */
export function clipTitle({ title, prompt }: Named): string {
  const words = title.trim() === '' ? prompt.trim() : title.trim();
  return words === '' ? '…' : words;
}

/** `Kling 3.0 Omni` → `3.0 Omni`: in a grid of Kling clips the first word says nothing. */
export function shortModel(modelName: string): string {
  return modelName.replace(/^kling\s+/i, '');
}

/** `1080p`, `4K`; by the shorter side, so that a vertical clip has the same name. */
export function resolutionWord({ width, height }: Pick<Output, 'width' | 'height'>): string {
  const side = Math.min(width, height);
  return side >= 2160 ? '4K' : `${side}p`;
}

/** `3.0 Omni · 1080p` */
export function clipNote(clip: GenerationSummary): string {
  const wanted = clip.parameters['resolution'];
  const resolution = clip.output
    ? resolutionWord(clip.output)
    : typeof wanted === 'string'
      ? wanted
      : null;
  return [shortModel(clip.modelName), resolution].filter((part) => part !== null).join(' · ');
}

/** Groups of four, as people compare checksums: `9f2c 41d7 0b8e 5a63`. */
export function shortChecksum(sha256: string, groups = 4): string {
  return (sha256.match(/.{1,4}/g) ?? []).slice(0, groups).join(' ');
}

const ratios = ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3', '21:9'] as const;
/** Sizes are whole even pixels, so a shape is never exact. */
const nearEnough = 0.02;

/** `16:9`, or the pixels of a shape that has no name. */
export function ratioWord({ width, height }: Pick<Output, 'width' | 'height'>): string {
  const named = ratios.find((word) => {
    const [across = 1, down = 1] = word.split(':').map(Number);
    return Math.abs((width / height) * (down / across) - 1) < nearEnough;
  });
  return named ?? `${width} × ${height}`;
}
