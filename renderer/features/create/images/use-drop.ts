// Where images go that are dropped or pasted anywhere on the page: into the free places in order.
import { rolesForDrop } from './slots.ts';
import type { Composer } from '../composer/use-composer.ts';

/** In Text they start the mode Image as its first frame. */
export function useDrop(
  { draft, cloud }: Composer,
  addFiles: (files: readonly File[], roles: ReturnType<typeof rolesForDrop>) => void,
) {
  return (files: File[]) => {
    const models = cloud?.service?.models ?? [];
    const offering = models.filter(({ images }) => images['image-to-video']);
    const model = offering.find(({ id }) => id === draft.modelId) ?? offering[0];
    const rules = model?.images['image-to-video'];
    if (!rules) return;
    const before = draft.kind === 'image-to-video' ? draft.images : [];
    addFiles(files, rolesForDrop(rules, before, files.length));
  };
}
