// What a scene is: built once from a stage, then drawn for every frame.
import type { CameraMove, CameraView } from '../camera.ts';
import type { Frame } from '../canvas/frame.ts';
import type { LayerSpace } from '../canvas/layer.ts';
import type { Noise } from '../noise.ts';
import type { Reading } from '../prompt-reading.ts';
import type { Random } from '../random.ts';
import type { Mood } from '../vocabulary.ts';

/** The room that a scene is built in. x runs over 0..aspect, y over 0..1, downwards. */
export interface Stage extends LayerSpace {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly aspect: number;
  /** Size of a subject that suits the format: 1 for a wide picture, less for a tall one. */
  readonly unit: number;
  readonly reading: Reading;
  /** Chance that all takes of a prompt share. */
  readonly theme: Random;
  /** Chance of this take alone. */
  readonly random: Random;
  readonly noise: Noise;
  readonly durationS: number;
}

export interface Shot {
  readonly seconds: number;
  /** 0..1 over the clip. */
  readonly progress: number;
  readonly camera: CameraView;
}

export interface Scene {
  readonly exposure?: number;
  readonly bloom?: number;
  readonly vignette?: number;
  /** Moves that suit the scene; any when absent. */
  readonly moves?: readonly [CameraMove, ...CameraMove[]];
  readonly moveStrength?: number;
  draw(frame: Frame, shot: Shot): void;
}

export type SceneMaker = (stage: Stage) => Scene;

export interface Mooded {
  readonly moods: readonly Mood[];
}

/** The entry that fits the asked moods best; chance of the prompt decides among equals. */
export function chooseByMood<T extends Mooded>(
  list: readonly [T, ...T[]],
  { reading, theme }: Pick<Stage, 'reading' | 'theme'>,
): T {
  const scored = list.map((entry) => ({
    entry,
    score: entry.moods.filter((mood) => reading.moods.has(mood)).length + theme.next() * 0.9,
  }));
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).entry;
}
