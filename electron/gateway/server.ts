// The embedded gateway: opens its folder, listens on 127.0.0.1, and closes without losing a job. Decides nothing itself.
import { createServer, type Server } from 'node:http';
import { assemble } from './assemble.ts';
import type { Backend } from './backend.ts';
import { openDatabase } from './database/open-database.ts';
import type { Outside } from './dependencies.ts';
import { createFaultPlan } from './faults/fault-plan.ts';
import type { FaultScript } from './faults/fault-script.ts';
import { prepareFolder } from './files.ts';
import { openAccessLog } from './http/access-log.ts';
import { followConnections } from './http/connections.ts';
import { createListener } from './http/listener.ts';

export interface GatewayOptions extends Outside {
  /** Absolute folder of the gateway's own state; made when it is not there. */
  readonly dir: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Bearer token of the one local account. */
  readonly token: string;
  readonly faults: FaultScript;
  readonly backend: Backend;
}

export interface Gateway {
  readonly baseUrl: string;
  /** Ends all connections and renders; unfinished jobs go on at the next start. */
  close(): Promise<void>;
}

const keepAliveMs = 30_000;

export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { faults, backend, token } = options;
  const folder = await prepareFolder(options.dir);
  const database = openDatabase(folder.database);
  const accessLog = openAccessLog(folder.accessLog);
  const closing = new AbortController();
  const { signal } = closing;
  const server = createServer({ keepAliveTimeout: keepAliveMs });
  const connections = followConnections(server);

  async function open() {
    const parts = assemble({
      outside: options,
      folder,
      database,
      token,
      faults,
      backend,
      accessLog,
      signal,
    });
    await parts.recover();
    const port = await listen(server, options.port);
    server.on(
      'request',
      createListener({
        port,
        auth: parts.auth,
        handlers: parts.handlers,
        faults: createFaultPlan(faults, options.clock),
        accessLog,
        outside: options,
        signal,
      }),
    );
    parts.runner.start();
    return { port, runner: parts.runner };
  }

  function closeFiles(): void {
    accessLog.close();
    database.close();
  }

  const { port, runner } = await open().catch((error: unknown) => {
    closeFiles();
    throw error;
  });
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: async () => {
      closing.abort();
      await connections.close();
      await runner.close();
      await backend.close();
      closeFiles();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
