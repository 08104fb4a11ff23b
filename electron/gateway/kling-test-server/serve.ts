// The imitated platform by hand: `node electron/gateway/kling-test-server/serve.ts --port 9555`, see docs/kling-test-server.md.
// Prints where it listens and the keys that it accepts; they are made up and worth nothing.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { faultSchema } from './faults.ts';
import { startKlingTestServer } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    faults: { type: 'string', default: '[]' },
    'wait-ms': { type: 'string', default: '4000' },
    'work-ms': { type: 'string', default: '20000' },
    'url-lifetime-ms': { type: 'string', default: '3600000' },
    concurrency: { type: 'string', default: '5' },
    units: { type: 'string', default: '1000' },
  },
});
const apiKey = 'test-api-key';
const accessKey = 'test-access-key';
const secretKey = 'test-secret-key';
const server = await startKlingTestServer({
  port: Number(values.port),
  waitMs: Number(values['wait-ms']),
  workMs: Number(values['work-ms']),
  urlLifetimeMs: Number(values['url-lifetime-ms']),
  concurrency: Number(values.concurrency),
  units: Number(values.units),
  faults: z.array(faultSchema).parse(JSON.parse(values.faults)),
  keys: { apiKeys: [apiKey], accessKeys: { [accessKey]: secretKey } },
});
process.stdout.write(
  `${JSON.stringify({ baseUrl: server.baseUrl, apiKey, accessKey, secretKey })}\n`,
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close().finally(() => process.exit(0)));
}
