// What kind of video some bytes are, by their first ones; names and claims are not believed. Pure.

export interface VideoType {
  readonly mimeType: 'video/mp4' | 'video/quicktime' | 'video/webm';
  readonly extension: 'mp4' | 'mov' | 'webm';
}

export const headBytes = 64;

/** `null` for what is neither MP4, QuickTime nor WebM. Matroska with other content is told by its codecs later. */
export function sniffVideo(head: Uint8Array): VideoType | null {
  const word = (at: number) => String.fromCharCode(...head.subarray(at, at + 4));
  if (word(4) === 'ftyp') {
    return word(8) === 'qt  '
      ? { mimeType: 'video/quicktime', extension: 'mov' }
      : { mimeType: 'video/mp4', extension: 'mp4' };
  }
  // older QuickTime files have no type of their own and begin with one of these
  if (['moov', 'mdat', 'wide', 'free', 'skip'].includes(word(4))) {
    return { mimeType: 'video/quicktime', extension: 'mov' };
  }
  const isEbml = head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3;
  return isEbml ? { mimeType: 'video/webm', extension: 'webm' } : null;
}
