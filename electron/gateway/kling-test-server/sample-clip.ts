// A real, small MP4 for a task: its length, its shape, other colours for every task.
import encoderModule from 'h264-mp4-encoder';
import type { Task } from './task-store.ts';

type SampleOrder = Pick<Task, 'number'> & {
  readonly order: Pick<Task['order'], 'seconds' | 'aspect'>;
};

const fps = 24;
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  '16:9': [128, 72],
  '9:16': [72, 128],
  '1:1': [96, 96],
};

export async function encodeSampleClip(task: SampleOrder): Promise<Buffer> {
  const [width, height] = sizes[task.order.aspect] ?? [128, 72];
  const encoder = await encoderModule.createH264MP4Encoder();
  Object.assign(encoder, { width, height, frameRate: fps, quantizationParameter: 36, speed: 10 });
  encoder.initialize();
  const frameCount = task.order.seconds * fps;
  for (let frame = 0; frame < frameCount; frame += 1) {
    const shade = (task.number * 37 + frame * 2) & 0xff;
    const colour = [shade, (task.number * 91) & 0xff, 255 - shade, 255];
    encoder.addFrameRgba(Buffer.alloc(width * height * 4, Buffer.from(colour)));
  }
  encoder.finalize();
  const mp4 = Buffer.from(encoder.FS.readFile(encoder.outputFilename));
  encoder.FS.unlink(encoder.outputFilename);
  encoder.delete();
  return mp4;
}
