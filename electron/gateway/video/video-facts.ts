// What a fetched file really is: a whole, playable MP4, with its size, length and rate. Believes nothing but the file.
import { EncodedPacketSink, FilePathSource, Input, type InputVideoTrack, MP4 } from 'mediabunny';
import { isWholeMp4 } from './mp4-boxes.ts';

export interface VideoFacts {
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  readonly fps: number;
}

/** `null` when the file is no video or is cut off. */
export async function readVideoFacts(path: string): Promise<VideoFacts | null> {
  if (!(await isWholeMp4(path))) return null;
  const input = new Input({ formats: [MP4], source: new FilePathSource(path) });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track || !(await hasLastFrame(track))) return null;
    const { averagePacketRate } = await track.computePacketStats();
    const durationMs = Math.round((await track.computeDuration()) * 1_000);
    const width = await track.getDisplayWidth();
    const height = await track.getDisplayHeight();
    if (!(width > 0 && height > 0 && durationMs > 0 && averagePacketRate > 0)) return null;
    return { width, height, durationMs, fps: Math.round(averagePacketRate * 100) / 100 };
  } catch {
    // The reader throws for anything that is not what it should be.
    return null;
  } finally {
    input.dispose();
  }
}

/** The index of a file that was cut off may be whole: the bytes of the last frame are not there then. */
async function hasLastFrame(track: InputVideoTrack): Promise<boolean> {
  const last = await new EncodedPacketSink(track).getPacket(Infinity);
  return last !== null && last.data.length > 0 && last.data.length === last.byteLength;
}
