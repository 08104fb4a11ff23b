// `fetch` that tells of every request before it leaves and of how it ended. Changes nothing about request or answer.
import type { OnwardRequest } from '#shared/gateway/onward.ts';

export type OnwardStart = Pick<
  OnwardRequest,
  'method' | 'host' | 'path' | 'purpose' | 'dataKinds' | 'bytesSent' | 'generationId'
>;
export type OnwardEnd = Pick<OnwardRequest, 'status' | 'outcome' | 'bytesReceived' | 'durationMs'>;

/** Notes that a request is about to leave; what it returns notes the end. */
export type RecordOnward = (start: OnwardStart) => (end: OnwardEnd) => void;

export type DescribeRequest = (
  method: string,
  url: URL,
  body: string,
) => Pick<OnwardRequest, 'purpose' | 'dataKinds' | 'generationId'>;

const maxPathLength = 300;

export function createRecordingFetch(
  fetch: typeof globalThis.fetch,
  record: RecordOnward,
  describe: DescribeRequest,
): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = init.method ?? 'GET';
    const body = typeof init.body === 'string' ? init.body : '';
    const startedAt = performance.now();
    const end = record({
      method,
      host: url.host,
      path: url.pathname.slice(0, maxPathLength),
      bytesSent: Buffer.byteLength(body),
      ...describe(method, url, body),
    });
    const finish = (change: Pick<OnwardEnd, 'status' | 'outcome' | 'bytesReceived'>) =>
      end({ ...change, durationMs: Math.round((performance.now() - startedAt) * 10) / 10 });
    const response = await fetch(input, init).catch((thrown: unknown) => {
      const outcome = init.signal?.aborted ? 'cancelled' : 'failed';
      finish({ status: null, outcome, bytesReceived: 0 });
      throw thrown;
    });
    return counted(response, finish);
  };
}

/** The same answer, whose bytes are counted as they are read. */
function counted(
  response: Response,
  finish: (end: Pick<OnwardEnd, 'status' | 'outcome' | 'bytesReceived'>) => void,
): Response {
  const { status, statusText, headers } = response;
  const whole = status < 400 ? 'ok' : 'refused';
  if (!response.body) {
    finish({ status, outcome: whole, bytesReceived: 0 });
    return response;
  }
  let bytesReceived = 0;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read();
        if (done) {
          finish({ status, outcome: whole, bytesReceived });
          controller.close();
          return;
        }
        bytesReceived += value.length;
        controller.enqueue(value);
      } catch (thrown) {
        finish({ status, outcome: 'failed', bytesReceived });
        throw thrown;
      }
    },
    cancel: async (reason) => {
      finish({ status, outcome: 'cancelled', bytesReceived });
      await reader.cancel(reason);
    },
  });
  return new Response(body, { status, statusText, headers });
}
