// One clip before it is encoded: a stage, a scene on it, a camera, and the developing of each frame.
import { createFrame, type Frame } from './canvas/frame.ts';
import { cameraMoves, createCamera, type CameraMove } from './camera.ts';
import type { ClipRequest } from './clip-request.ts';
import { createBloom, measureBloom } from './finish/bloom.ts';
import { createPlanes, develop, type Planes } from './finish/develop.ts';
import { createEnlarger } from './finish/enlarge.ts';
import { createGrain, grainOffset } from './finish/grain.ts';
import { createToneTable } from './finish/tone.ts';
import { createNoise } from './noise.ts';
import { createRandom, hashText } from './random.ts';
import { readPrompt, type Reading } from './prompt-reading.ts';
import { chooseScene } from './scene-choice.ts';
import type { Stage } from './scenes/scene.ts';

/** Larger clips are drawn at this many pixels and enlarged. */
const maxDrawnPixels = 1280 * 736;
const grainStrength = 3.4;
const anyMove: readonly [CameraMove, ...CameraMove[]] = [
  'push',
  'push',
  'pull',
  'pan-left',
  'pan-right',
  'rise',
];

export interface Film {
  readonly frameCount: number;
  readonly reading: Reading;
  /** Develops frame number `index` and returns it; the same planes are used again for the next. */
  shoot(index: number): Planes;
}

export async function createFilm(request: ClipRequest): Promise<Film> {
  const { width, height, fps, durationMs } = request;
  const frameCount = Math.max(1, Math.round((durationMs / 1000) * fps));
  const drawn = drawnSize(width, height);
  const stage = createStage(request, drawn);
  const scene = await chooseScene(stage, request);
  const moves = scene.moves ?? anyMove;
  const picked = stage.random.pick(moves);
  const camera = createCamera(
    cameraMoves.find((move) => move === request.camera) ?? picked,
    stage.aspect,
    stage.random,
    scene.moveStrength ?? 1,
  );
  const frame = createFrame(drawn.width, drawn.height);
  const grain = createGrain(17);
  const isDrawnFull = drawn.width === width;
  const finish = createFinish(frame, scene.look, isDrawnFull ? grainStrength : 1, grain);
  const planes = createPlanes(drawn.width, drawn.height);
  const output = isDrawnFull ? planes : createPlanes(width, height);
  const enlarger = createEnlarger(grain, grainStrength);
  return {
    frameCount,
    reading: stage.reading,
    shoot: (index) => {
      const progress = frameCount > 1 ? index / (frameCount - 1) : 0;
      scene.draw(frame, { seconds: index / fps, progress, camera: camera(progress) });
      finish(planes, index);
      if (!isDrawnFull) enlarger.enlarge(planes, output, grainOffset(index));
      return output;
    },
  };
}

interface FinishLook {
  readonly exposure: number;
  readonly bloom: number;
  readonly vignette: number;
  readonly isPlain: boolean;
}

function createFinish(
  frame: Frame,
  look: FinishLook,
  strength: number,
  grain: Float32Array,
): (planes: Planes, index: number) => void {
  const tone = createToneTable(look.isPlain ? 'plain' : 'film', look.exposure);
  const bloom = look.bloom > 0 ? createBloom(frame) : null;
  return (planes, index) => {
    if (bloom !== null) measureBloom(frame, bloom, look.bloom);
    develop(frame, planes, {
      tone,
      bloom,
      vignette: look.vignette,
      grain,
      grainStrength: strength,
      grainOffset: grainOffset(index),
    });
  };
}

function drawnSize(width: number, height: number): { width: number; height: number } {
  const share = Math.min(1, Math.sqrt(maxDrawnPixels / (width * height)));
  const even = (value: number): number => Math.max(2, Math.round((value * share) / 2) * 2);
  return share === 1 ? { width, height } : { width: even(width), height: even(height) };
}

function createStage(
  request: ClipRequest,
  { width, height }: { width: number; height: number },
): Stage {
  const { prompt, negativePrompt, seed, durationMs } = request;
  const promptHash = hashText(prompt);
  const takeHash = hashText(`${prompt}\n${seed}`);
  const aspect = width / height;
  return {
    width,
    height,
    aspect,
    unit: Math.min(1, 0.25 + aspect * 0.62),
    reading: readPrompt(prompt, negativePrompt),
    theme: createRandom(promptHash),
    random: createRandom(takeHash),
    noise: createNoise(takeHash ^ 0x5bd1e995),
    durationS: durationMs / 1000,
  };
}
