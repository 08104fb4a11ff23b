// How coarsely a clip is quantized: fine for calm pictures, coarser where rain or waves would make a huge file.
import type { Planes } from '../finish/develop.ts';
import { createVideoEncoder, type VideoFormat } from './h264.ts';

const finest = 22;
const coarsest = 30;
/** About 8 Mbit/s for 1280x720 at 24 frames a second. */
const bytesPerPixel = 0.045;
/** Six steps halve the size. */
const stepsPerHalf = 6;
const sampleFrames = 4;

/** Encodes a few frames for measure. `shoot(n)` gives frame n of the sample, 0 to 4. */
export async function chooseQuantization(
  format: Omit<VideoFormat, 'quantization'>,
  shoot: (index: number) => Planes,
): Promise<number> {
  const sizeOf = async (frames: number): Promise<number> => {
    const encoder = await createVideoEncoder({ ...format, quantization: finest });
    try {
      for (let index = 0; index < frames; index++) encoder.add(shoot(index));
      return encoder.finish().length;
    } finally {
      encoder.close();
    }
  };
  const keyBytes = await sizeOf(1);
  const moveBytes = ((await sizeOf(1 + sampleFrames)) - keyBytes) / sampleFrames;
  // One key frame a second.
  const frameBytes = moveBytes + (keyBytes - moveBytes) / format.fps;
  const excess = frameBytes / (format.width * format.height * bytesPerPixel);
  const steps = Math.round(stepsPerHalf * Math.log2(Math.max(1, excess)));
  return Math.min(coarsest, finest + steps);
}
