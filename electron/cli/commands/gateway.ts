// `kling5 gateway`: the embedded gateway alone, until Ctrl-C. Its token lies in a file that only its owner can read.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gatewayProcessContract } from '#shared/contract/gateway-process.ts';
import { AppError } from '#shared/errors.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { createTypedClient } from '#shared/rpc/typed-client.ts';
import { forkChild } from '../../process/forked-child.ts';
import { type Command, numberOption, textOption } from '../command.ts';
import { gatewayEntry } from '../host.ts';

export const gateway: Command = {
  name: 'gateway',
  summary: 'Runs the embedded gateway alone, until Ctrl-C',
  usage: '[--port <n>] [--dir <dir>] [--faults <file>]',
  options: { port: { type: 'string' }, dir: { type: 'string' }, faults: { type: 'string' } },
  help: [
    'Prints its address and the path of a file with its token. Another home uses it with',
    '  KLING5_CLOUD_URL=<address> KLING5_CLOUD_TOKEN=$(cat <token file>) kling5 list',
    '--faults <file> makes it misbehave, for tests.',
  ],
  run: async ({ options, output, home, signal }) => {
    const port = numberOption(options, 'port', { minimum: 0, maximum: 65_535, otherwise: 0 });
    const dir = resolve(textOption(options, 'dir') ?? join(home, 'embedded-gateway'));
    const faults = textOption(options, 'faults');
    mkdirSync(dir, { recursive: true });
    const tokenFile = join(dir, 'token');
    const token = keepToken(tokenFile);
    const child = forkChild({ entry: gatewayEntry });
    const client = createRpcClient(child.port, {
      set: (callback, delayMs) => setTimeout(callback, delayMs),
      clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
    });
    const failed = child.ended.then(() => {
      throw new AppError('cloud-unreachable', 'The gateway stopped by itself.');
    });
    failed.catch(() => undefined); // looked at below, when it matters
    try {
      const { baseUrl } = await Promise.race([
        failed,
        createTypedClient(gatewayProcessContract, client).call('gateway.start', {
          dir,
          port,
          token,
          faultsFile: faults === undefined ? null : resolve(faults),
        }),
      ]);
      await output.result({ baseUrl, tokenFile }, [baseUrl, tokenFile]);
      await Promise.race([failed, aborted(signal)]);
      return 0;
    } finally {
      await child.stop();
    }
  },
};

/** The same token every time, so that a restart keeps its clients. */
function keepToken(file: string): string {
  if (existsSync(file)) {
    const token = readFileSync(file, 'utf8').trim();
    if (token.length >= 16) return token;
  }
  const token = randomBytes(32).toString('base64url');
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return token;
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
}
