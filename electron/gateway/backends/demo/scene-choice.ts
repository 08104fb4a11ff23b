// Decides what a clip shows: a scene for the words alone, pictures that come alive, or both together.
import type { ClipRequest } from './clip-request.ts';
import type { Frame } from './canvas/frame.ts';
import type { CameraMove } from './camera.ts';
import type { Scene, Shot, Stage } from './scenes/scene.ts';
import { sceneMakers } from './scenes/scene-table.ts';

export interface ChosenScene {
  readonly look: {
    readonly exposure: number;
    readonly bloom: number;
    readonly vignette: number;
    /** Pictures keep their own tones. */
    readonly isPlain: boolean;
  };
  readonly moves?: readonly [CameraMove, ...CameraMove[]];
  readonly moveStrength?: number;
  draw(frame: Frame, shot: Shot): void;
}

export async function chooseScene(stage: Stage, request: ClipRequest): Promise<ChosenScene> {
  return fromScene((sceneMakers[stage.reading.kind] ?? sceneMakers.ridges)(stage));
}

function fromScene(scene: Scene): ChosenScene {
  const { exposure = 1, bloom = 0.4, vignette = 0.32, ...rest } = scene;
  return { ...rest, look: { exposure, bloom, vignette, isPlain: false } };
}
