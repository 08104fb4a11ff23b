// Decides what a clip shows: a scene for the words alone, pictures that come alive, or both together.
import type { ClipRequest } from './clip-request.ts';
import type { Frame } from './canvas/frame.ts';
import type { CameraMove } from './camera.ts';
import { createBillboards } from './pictures/billboard.ts';
import { createLivingPicture } from './pictures/living-picture.ts';
import { decodePicture } from './pictures/picture.ts';
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

/** Throws AppError asset-unreadable for a picture that cannot be decoded. */
export async function chooseScene(stage: Stage, request: ClipRequest): Promise<ChosenScene> {
  const { firstFrame, lastFrame, references = [] } = request;
  if (firstFrame || lastFrame) return fromPictures(stage, firstFrame, lastFrame);
  const scene = fromScene(sceneMakers[stage.reading.kind](stage));
  if (references.length === 0) return scene;
  const billboards = await createBillboards(stage, references, scene.look.exposure);
  return {
    ...scene,
    draw: (frame, shot) => {
      scene.draw(frame, shot);
      billboards.draw(frame, shot);
    },
  };
}

function fromScene(scene: Scene): ChosenScene {
  const { exposure = 1, bloom = 0.4, vignette = 0.32, ...rest } = scene;
  return { ...rest, look: { exposure, bloom, vignette, isPlain: false } };
}

async function fromPictures(
  stage: Stage,
  first: Uint8Array | undefined,
  last: Uint8Array | undefined,
): Promise<ChosenScene> {
  const decode = (bytes: Uint8Array | undefined) =>
    bytes ? decodePicture(bytes, stage.width, stage.height) : null;
  const living = createLivingPicture(stage, await decode(first), await decode(last));
  return {
    look: { exposure: 1, bloom: 0.1, vignette: 0.05, isPlain: true },
    draw: (frame, shot) => living.draw(frame, shot),
  };
}
