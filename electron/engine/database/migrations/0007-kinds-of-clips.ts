// Clips that go on from a clip, and videos that came from elsewhere. Only what the CHECKs allow changes, so not one row of a large
// library is written again. Frozen once released.
import type { WidenedCheck } from './migration.ts';

const before = `check (kind in ('text-to-video', 'image-to-video'))`;
const after = `check (kind in ('text-to-video', 'image-to-video', 'extend-video', 'imported'))`;

export const kindsOfClips: readonly WidenedCheck[] = [
  { table: 'generation', before, after },
  { table: 'cloud_clip', before, after },
];
