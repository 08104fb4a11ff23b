// What a clip of the library was made from. The first ones are what can be asked of a cloud; an imported video is the user's own:
// nothing was ever sent for it, and nothing ever is.
import { z } from 'zod';
import { type GenerationKind, generationKinds } from '../gateway/model.ts';

export const clipKinds = [...generationKinds, 'imported'] as const;
export const clipKindSchema = z.enum(clipKinds);
export type ClipKind = z.infer<typeof clipKindSchema>;

/** Whether it can be asked of a cloud. */
export function isGenerated(kind: ClipKind): kind is GenerationKind {
  return kind !== 'imported';
}
