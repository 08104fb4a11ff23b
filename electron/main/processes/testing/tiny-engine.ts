// A process that speaks the engine's protocol and can be told to die; for the supervisor's tests.
import { z } from 'zod';
import { defineCommand } from '#shared/contract/define.ts';
import { serveRpc } from '#shared/rpc/server.ts';
import { openParentPort } from '../../../process/parent-port.ts';

const contract = {
  'engine.ping': defineCommand({ input: z.object({}), output: z.object({ pid: z.number() }) }),
  'engine.hang': defineCommand({ input: z.object({}), output: z.object({}) }),
  'engine.crash': defineCommand({ input: z.object({}), output: z.object({}) }),
  'engine.shutdown': defineCommand({ input: z.object({}), output: z.object({}) }),
};

const port = openParentPort();
serveRpc(port, {
  contract,
  handlers: {
    'engine.ping': () => ({ pid: process.pid }),
    'engine.hang': () => new Promise(() => undefined),
    'engine.crash': () => process.kill(process.pid, 'SIGKILL'),
    'engine.shutdown': () => ({}),
  },
});
port.send({ type: 'event', name: 'engine.ready', payload: {} });
