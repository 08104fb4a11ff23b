// What a request to the platform is for and which kinds of data it carries, in words for the user's ledger. Pure.
import type { DescribeRequest } from '../../onward/recording-fetch.ts';
import { generationIdIn } from './job-memory.ts';

/** `origin`: where the platform's interfaces are; anything else holds results. */
export function describeRequests(origin: string): DescribeRequest {
  return (method, url, body) => {
    if (url.origin !== origin || !isInterface(url.pathname)) {
      return { purpose: 'Fetch a clip from Kling', dataKinds: [], generationId: null };
    }
    if (method === 'POST') {
      return {
        purpose: 'Order a clip from Kling',
        dataKinds: ['prompt', 'parameters', 'job id', ...(hasImage(body) ? ['asset'] : [])],
        generationId: generationIdIn(body),
      };
    }
    return url.pathname.includes('cost')
      ? { purpose: 'Read the balance with Kling', dataKinds: ['account'], generationId: null }
      : {
          purpose: 'Ask Kling how far clips are',
          dataKinds: ['job id'],
          generationId: null,
        };
  };
}

/** On loopback, results come from the origin of the interfaces. */
function isInterface(path: string): boolean {
  return !path.startsWith('/media/');
}

/** Pictures go as long base64 texts; nothing else in an order is as long. */
function hasImage(body: string): boolean {
  return /"[A-Za-z0-9+/=]{1000,}"/.test(body);
}
