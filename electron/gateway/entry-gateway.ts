// The embedded gateway's process: starts and stops the server for whoever forked it. Must not decide anything about it.
import { randomBytes } from 'node:crypto';
import {
  gatewayProcessContract,
  type KlingAccess,
  type GatewayProcessHandlers,
} from '#shared/contract/gateway-process.ts';
import { AppError } from '#shared/errors.ts';
import { serveRpc } from '#shared/rpc/server.ts';
import { openParentPort } from '../process/parent-port.ts';
import { chooseBackend } from './backends/choose-backend.ts';
import type { Outside } from './dependencies.ts';
import { faultScriptSchema, readFaultScript } from './faults/fault-script.ts';
import { randomId } from './outside.ts';
import { createGateway, type Gateway } from './server.ts';

let gateway: Promise<Gateway> | null = null;

async function start(input: {
  dir: string;
  port: number;
  token: string;
  faultsFile: string | null;
  kling?: KlingAccess | undefined;
}): Promise<Gateway> {
  const { dir, port, token, faultsFile } = input;
  const outside: Outside = {
    clock: { now: () => Date.now() },
    ids: randomId,
    random: (size) => randomBytes(size),
    log: (event, fields) => process.stderr.write(`${JSON.stringify({ event, ...fields })}\n`),
  };
  const faults =
    faultsFile === null ? faultScriptSchema.parse({}) : await readFaultScript(faultsFile);
  return createGateway({
    dir,
    port,
    token,
    faults,
    backend: chooseBackend(input.kling, { dir, outside, smallClips: faults.smallClips }),
    ...outside,
  });
}

async function stop(): Promise<void> {
  const present = gateway;
  gateway = null;
  await (await present?.catch(() => null))?.close();
}

const handlers: GatewayProcessHandlers = {
  'gateway.start': async (input) => {
    if (gateway) throw new AppError('conflict', 'The gateway runs already');
    const starting = start(input);
    gateway = starting;
    try {
      return { baseUrl: (await starting).baseUrl };
    } catch (error) {
      gateway = null;
      throw error;
    }
  },
  'gateway.stop': async () => {
    await stop();
    return {};
  },
};

serveRpc(openParentPort(), { contract: gatewayProcessContract, handlers });

// Jobs in work go on at the next start, so ending at once is safe; closing first keeps the log and the database tidy.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void stop().finally(() => process.exit(0));
  });
}
