// The whole corpus, made from one honest archive. Nothing is drawn but from seeds: the same corpus each time.
import { hostileDamage } from './hostile-damage.ts';
import type { FreshParts, HostileCase } from './hostile-case.ts';
import { hostileLines } from './hostile-lines.ts';
import { hostileManifests } from './hostile-manifest.ts';
import { hostileMedia } from './hostile-media.ts';
import { hostileNames } from './hostile-names.ts';
import { hostileSizes } from './hostile-sizes.ts';
import { hostileStructure } from './hostile-structure.ts';

export function hostileArchives(fresh: FreshParts): HostileCase[] {
  return [
    ...hostileNames(fresh),
    ...hostileStructure(fresh),
    ...hostileSizes(fresh),
    ...hostileManifests(fresh),
    ...hostileLines(fresh),
    ...hostileMedia(fresh),
    ...hostileDamage(fresh),
  ];
}
