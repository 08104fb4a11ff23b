// Puts an answer on the socket, at the pace of the reader.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { ContentAnswer } from './answer.ts';
import { drain } from './request-body.ts';

const always = {
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  // Nothing from here is ever a page.
  'Content-Security-Policy': "default-src 'none'",
};

export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: ContentAnswer,
): Promise<void> {
  const isDrained = await drain(request);
  if (response.destroyed) return;
  response.writeHead(answer.status, {
    ...always,
    ...answer.headers,
    'Content-Length': answer.sizeBytes,
    ...(isDrained ? {} : { Connection: 'close' }),
  });
  if (request.method === 'HEAD' || answer.sizeBytes === 0) {
    response.end();
    return;
  }
  let sentBytes = 0;
  const source = answer.open();
  source.on('data', (chunk: Buffer) => (sentBytes += chunk.length));
  source.pause();
  await pipeline(source, response, { end: false });
  // Less than announced: end the connection, so that nobody takes the part for the whole.
  if (sentBytes < answer.sizeBytes) response.destroy();
  else response.end();
}
