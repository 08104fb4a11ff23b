// Every kind of scene and how it is made.
import type { SceneKind } from '../vocabulary.ts';
import type { SceneMaker } from './scene.ts';
import { jelly } from './jelly.ts';
import { neon } from './neon.ts';
import { ridges } from './ridges.ts';

export const sceneMakers: Partial<Record<SceneKind, SceneMaker>> = {
  jelly,
  neon,
  ridges,
};
