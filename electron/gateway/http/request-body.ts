// Reads request bodies within limits. A body that is too large is refused before it fills the memory.
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../refusal.ts';

/** Room for an erasure of 1,000 subjects and for the longest prompt, several times over. */
const maxJsonBytes = 524_288;
/** Read and thrown away after a refusal, so that the sender gets to read why. */
const maxDrainBytes = 8_388_608;

export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal('unsupported-media', 'Send JSON with Content-Type: application/json.');
  }
  const tooLarge = () =>
    new Refusal('too-large', `A request body has at most ${maxJsonBytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > maxJsonBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  // Without `destroyOnReturn`, leaving the loop early keeps the socket, so that the refusal can be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer;
    sizeBytes += bytes.length;
    if (sizeBytes > maxJsonBytes) throw tooLarge();
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    throw new Refusal('invalid-request', 'The body is not JSON.');
  }
}

/** Whether the rest of the body is gone; when not, the connection must close after the answer. */
export async function drain(request: IncomingMessage): Promise<boolean> {
  if (request.readableEnded || request.destroyed) return request.readableEnded;
  if (Number(request.headers['content-length'] ?? 0) > maxDrainBytes) return false;
  let sizeBytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      sizeBytes += (chunk as Buffer).length;
      if (sizeBytes > maxDrainBytes) return false;
    }
  } catch {
    return false; // The sender went away: nothing is left to drain.
  }
  return true;
}
