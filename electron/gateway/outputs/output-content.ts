// The answer to a request for the bytes of a video or a poster: whole, a part, or a range that is not there. Pure.
import { type ContentAnswer, empty, fileContent } from '../http/answer.ts';
import { parseByteRange, rangeApplies } from './byte-range.ts';

export interface ContentFile {
  readonly path: string;
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
}

export interface ContentHeaders {
  readonly method: string;
  readonly range?: string | undefined;
  readonly ifRange?: string | undefined;
}

export function answerContent(file: ContentFile, asked: ContentHeaders): ContentAnswer {
  const { path, sizeBytes } = file;
  const etag = `"${file.sha256}"`;
  const headers = {
    'Content-Type': file.mimeType,
    'Accept-Ranges': 'bytes',
    ETag: etag,
    'Content-Disposition': 'attachment',
  };
  // RFC 9110, section 14.2: Range means something for GET only.
  const applies = asked.method === 'GET' && rangeApplies(asked.ifRange, etag);
  const range = parseByteRange(applies ? asked.range : undefined, sizeBytes);
  switch (range.type) {
    case 'whole':
      return fileContent(200, headers, { path, start: 0, end: sizeBytes });
    case 'part': {
      const { start, end } = range;
      const contentRange = `bytes ${start}-${end - 1}/${sizeBytes}`;
      return fileContent(206, { ...headers, 'Content-Range': contentRange }, { path, start, end });
    }
    case 'unsatisfiable':
      return empty(416, { 'Content-Range': `bytes */${sizeBytes}`, 'Accept-Ranges': 'bytes' });
    default:
      return range satisfies never;
  }
}
