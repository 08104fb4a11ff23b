// What a clip of the library was made from. The first ones are what can be asked of a cloud; an imported video is the user's own:
// nothing was ever sent for it, and nothing ever is. Without the schema library: the page reads it at its start.

export const generationKinds = ['text-to-video', 'image-to-video', 'extend-video'] as const;
type AskedKind = (typeof generationKinds)[number];

export const clipKinds = [...generationKinds, 'imported'] as const;
export type ClipKind = (typeof clipKinds)[number];

/** Whether it can be asked of a cloud. */
export function isGenerated(kind: ClipKind): kind is AskedKind {
  return kind !== 'imported';
}
