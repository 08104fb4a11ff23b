// Every kind of scene and how it is made.
import type { SceneKind } from '../vocabulary.ts';
import type { SceneMaker } from './scene.ts';
import { aurora } from './aurora.ts';
import { cabin } from './cabin.ts';
import { clouds } from './clouds.ts';
import { corridor } from './corridor.ts';
import { dunes } from './dunes.ts';
import { field } from './field.ts';
import { flower } from './flower.ts';
import { forest } from './forest.ts';
import { jelly } from './jelly.ts';
import { lanterns } from './lanterns.ts';
import { nebula } from './nebula.ts';
import { neon } from './neon.ts';
import { ocean } from './ocean.ts';
import { ridges } from './ridges.ts';
import { horizon } from './horizon.ts';
import { torii } from './torii.ts';
import { silk } from './silk.ts';
import { studio } from './studio.ts';
import { skyline } from './skyline.ts';

export const sceneMakers: Readonly<Record<SceneKind, SceneMaker>> = {
  aurora,
  cabin,
  clouds,
  corridor,
  dunes,
  field,
  flower,
  forest,
  jelly,
  lanterns,
  nebula,
  neon,
  ocean,
  ridges,
  silk,
  skyline,
  torii,
  horizon,
  studio,
};
