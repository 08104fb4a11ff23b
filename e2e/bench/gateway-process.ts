// A gateway in a process of its own whose jobs all end at once with the same file. For benchmarks.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { gatewayProcessContract } from '#shared/contract/gateway-process.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { createTypedClient } from '#shared/rpc/typed-client.ts';
import { forkChild } from '../../electron/process/forked-child.ts';

export const gatewayToken = 'benchmark-token-0123456789';

export interface GatewayProcess {
  readonly baseUrl: string;
  readonly token: string;
  /** `fetch` against it, with the account's token. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** To the account of whoever has asked for something already. */
  giveCredits(amount: number): void;
  stop(): Promise<void>;
}

/** `folder` keeps its state; `outputFile` is what every job delivers. */
export async function startGatewayProcess(
  folder: string,
  outputFile: string,
): Promise<GatewayProcess> {
  const faultsFile = join(folder, 'faults.json');
  writeFileSync(faultsFile, JSON.stringify({ outputFile }));
  const child = forkChild({
    entry: fileURLToPath(new URL('../../electron/gateway/entry-gateway.ts', import.meta.url)),
  });
  const client = createRpcClient(child.port, {
    set: (callback, delayMs) => setTimeout(callback, delayMs),
    clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
  });
  const { baseUrl } = await createTypedClient(gatewayProcessContract, client).call(
    'gateway.start',
    { dir: join(folder, 'gateway'), port: 0, token: gatewayToken, faultsFile },
  );
  return {
    baseUrl,
    token: gatewayToken,
    fetch: (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${gatewayToken}`);
      return fetch(new URL(path, baseUrl), { ...init, headers });
    },
    giveCredits: (amount) => giveCredits(join(folder, 'gateway', 'gateway.db'), amount),
    stop: () => child.stop(),
  };
}

function giveCredits(file: string, amount: number): void {
  const database = new Database(file, { fileMustExist: true });
  database
    .prepare(
      `insert into credit_entry(id, account_id, at, type, amount, generation_id)
       select 'benchmark', id, created_at, 'purchase', ?, null from account`,
    )
    .run(amount);
  database.close();
}
