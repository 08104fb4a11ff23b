// H.264 by the WASM encoder. Gives back its plain MP4; tags and order of the boxes are made afterwards.
import encoderModule from 'h264-mp4-encoder';
import type { Planes } from '../finish/develop.ts';

export interface VideoEncoder {
  add(planes: Planes): void;
  /** The finished file. */
  finish(): Uint8Array;
  /** Frees the memory; to be called in any case. */
  close(): void;
}

export interface VideoFormat {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  /** 10 is the best, 51 the smallest. */
  readonly quantization: number;
}

/** 10 is the fastest; slower settings cost twice the time for 10 % of the size. */
const speed = 10;

export async function createVideoEncoder(format: VideoFormat): Promise<VideoEncoder> {
  const encoder = await encoderModule.createH264MP4Encoder();
  encoder.width = format.width;
  encoder.height = format.height;
  encoder.frameRate = format.fps;
  encoder.speed = speed;
  encoder.quantizationParameter = format.quantization;
  // A key frame each second: seeking stays quick.
  encoder.groupOfPictures = format.fps;
  encoder.initialize();
  let isFinished = false;
  const finish = (): Uint8Array => {
    isFinished = true;
    encoder.finalize();
    const bytes = encoder.FS.readFile(encoder.outputFilename);
    encoder.FS.unlink(encoder.outputFilename);
    return bytes;
  };
  return {
    add: ({ data }) => encoder.addFrameYuv(data),
    finish,
    close: () => {
      // The encoder ends its whole thread when it is deleted unfinished.
      if (!isFinished) finish();
      encoder.delete();
    },
  };
}
