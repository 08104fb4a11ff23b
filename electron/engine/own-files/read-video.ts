// What a video file of the user really is: size, length, rate, and whether this app can play it. Believes nothing but the file;
// reads its index and its last picture, never all of it.
import {
  EncodedPacketSink,
  FilePathSource,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  QTFF,
  WEBM,
} from 'mediabunny';

export interface VideoFacts {
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  readonly fps: number;
}

/** What the window decodes on every platform. */
const playable: ReadonlySet<string> = new Set(['avc', 'vp8', 'vp9', 'av1']);
const mostPixelsAcross = 16_384;
const longestMs = 24 * 60 * 60 * 1000;
/** Enough to tell the rate, however long the video is. */
const packetsLookedAt = 300;
/** A file that is made to keep its reader busy is given up. */
const longestLookMs = 30_000;

export type VideoAnswer = VideoFacts | 'damaged' | 'unplayable';

export async function readVideo(path: string, signal: AbortSignal): Promise<VideoAnswer> {
  const input = new Input({
    formats: [MP4, QTFF, WEBM, MATROSKA],
    source: new FilePathSource(path),
  });
  try {
    return await Promise.race([look(input), givenUp(signal)]);
  } catch {
    signal.throwIfAborted();
    // the reader throws for anything that is not what it should be
    return 'damaged';
  } finally {
    input.dispose();
  }
}

async function look(input: Input): Promise<VideoAnswer> {
  const track = await input.getPrimaryVideoTrack();
  if (!track) return 'damaged';
  const codec = await track.getCodec();
  if (codec === null || !playable.has(codec)) return 'unplayable';
  if (!(await hasLastFrame(track))) return 'damaged';
  const { averagePacketRate } = await track.computePacketStats(packetsLookedAt);
  const durationMs = Math.round((await track.computeDuration()) * 1000);
  const width = await track.getDisplayWidth();
  const height = await track.getDisplayHeight();
  const isSound =
    isWithin(width, mostPixelsAcross) &&
    isWithin(height, mostPixelsAcross) &&
    isWithin(durationMs, longestMs) &&
    isWithin(averagePacketRate, 1000);
  if (!isSound) return 'damaged';
  return { width, height, durationMs, fps: Math.round(averagePacketRate * 100) / 100 };
}

const isWithin = (value: number, most: number) => value > 0 && value <= most;

/** The index of a file that was cut off may be whole: the bytes of the last picture are not there then. */
async function hasLastFrame(track: InputVideoTrack): Promise<boolean> {
  const last = await new EncodedPacketSink(track).getPacket(Infinity);
  return last !== null && last.data.length > 0 && last.data.length === last.byteLength;
}

function givenUp(signal: AbortSignal): Promise<VideoAnswer> {
  const either = AbortSignal.any([signal, AbortSignal.timeout(longestLookMs)]);
  return new Promise((resolve) => {
    either.addEventListener('abort', () => resolve('damaged'), { once: true });
  });
}
