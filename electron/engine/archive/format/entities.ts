// Every table that goes into an archive, in the order of its files; those that do not are in left-out.ts. Data only.
import { clipEntities } from './clip-entities.ts';
import type { Entity } from './entity.ts';
import { materialEntities } from './material-entities.ts';
import { orderEntities } from './order-entities.ts';
import { recordEntities } from './record-entities.ts';

export const entities: readonly Entity[] = [
  ...clipEntities,
  ...materialEntities,
  ...orderEntities,
  ...recordEntities,
];
