// Rewrites the encoder's MP4: index first so that it plays while it loads, colours named, tags that tell what it is.
// The same clip gives the same bytes: the file holds no date.
import {
  BufferSource,
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  type MetadataTags,
} from 'mediabunny';
import { AppError } from '#shared/errors.ts';

const bt709 = {
  primaries: 'bt709',
  transfer: 'bt709',
  matrix: 'bt709',
  fullRange: false,
} as const;

export async function rewriteMp4(
  plain: Uint8Array,
  tags: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const input = new Input({ formats: [MP4], source: new BufferSource(plain) });
  const track = await input.getPrimaryVideoTrack();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !decoderConfig) throw new AppError('render-failed', 'The encoder made no video.');
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const source = new EncodedVideoPacketSource('avc');
  // Without a frame rate the file counts in fine steps: in steps of a frame a player rounds a moment to the frame after it.
  output.addVideoTrack(source);
  output.setMetadataTags(toTags(tags));
  await output.start();
  // The encoder's file calls every picture a key frame: without a look at the pictures a seek would begin between two of them.
  const packets = new EncodedPacketSink(track).packets(undefined, undefined, {
    verifyKeyPackets: true,
  });
  for await (const packet of packets) {
    await source.add(packet, { decoderConfig: { ...decoderConfig, colorSpace: bt709 } });
  }
  await output.finalize();
  if (target.buffer === null) throw new AppError('render-failed', 'The video has no content.');
  const mp4 = new Uint8Array(target.buffer);
  clearDates(mp4, 0, mp4.length);
  return mp4;
}

/** Names that the file format knows; others are left out. */
function toTags(tags: Readonly<Record<string, string>>): MetadataTags {
  const known = ['title', 'description', 'artist', 'album', 'genre', 'comment'] as const;
  const result: MetadataTags = {};
  for (const name of known) {
    const value = tags[name];
    if (value !== undefined && value !== '') result[name] = value;
  }
  return result;
}

const containers = new Set(['moov', 'trak', 'mdia']);
const dated = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Sets creation and change time to zero ("unknown"). Box layout: ISO 14496-12. */
function clearDates(mp4: Uint8Array, from: number, to: number): void {
  const view = new DataView(mp4.buffer, mp4.byteOffset, mp4.byteLength);
  for (let at = from; at + 8 <= to;) {
    const size = view.getUint32(at);
    const type = String.fromCharCode(...mp4.subarray(at + 4, at + 8));
    if (size < 8) return;
    if (containers.has(type)) clearDates(mp4, at + 8, at + size);
    if (dated.has(type)) mp4.fill(0, at + 12, at + (view.getUint8(at + 8) === 1 ? 28 : 20));
    at += size;
  }
}
