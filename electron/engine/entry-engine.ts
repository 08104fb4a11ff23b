// The engine's own process: configuration from the environment, contract over the parent's pipe. Started by the app, by the
// command line's tests, never by hand.
import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { EventName, EventPayload } from '#shared/contract/define.ts';
import { type EngineContract, engineContract } from '#shared/contract/engine.ts';
import { hostContract, hostedContract } from '#shared/contract/host.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { type AnyHandler, serveRpc } from '#shared/rpc/server.ts';
import { createTypedClient } from '#shared/rpc/typed-client.ts';
import { openParentPort } from '../process/parent-port.ts';
import { systemClock } from './clock.ts';
import { createEngine, type Engine } from './engine.ts';
import { createIds } from './ids.ts';
import { libraryLabel } from './library/library-folder.ts';
import { libraryPaths } from './library/library-paths.ts';
import { awaitLibrary } from './library/library-presence.ts';
import { createLogFile } from './logging/log-file.ts';

const configSchema = z.object({
  home: z.string().min(1),
  library: z.string().min(1),
  logs: z.string().min(1),
  version: z.string(),
});

/** The first second of a start belongs to the window. */
const firstLookMs = 1000;
/** A drive that does not answer must not hold the window back. */
const mostLeavingMs = 3000;
/** As soon as there is one to close. */
let opened: Engine | null = null;

const port = openParentPort();
const config = configSchema.parse(JSON.parse(process.env['KLING5_ENGINE_CONFIG'] ?? 'null'));
const log = createLogFile(config.logs, systemClock);
const host = createTypedClient(
  hostContract,
  createRpcClient(port, {
    set: (callback, delayMs) => setTimeout(callback, delayMs),
    clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
  }),
);
const send = (name: string, payload: unknown) => port.send({ type: 'event', name, payload });
const emit = <K extends EventName<EngineContract>>(
  name: K,
  payload: EventPayload<EngineContract, K>,
) => send(name, payload);

function crash(kind: string, thrown: unknown): void {
  log.error(kind, { message: toAppError(thrown).message, stack: (thrown as Error)?.stack ?? '' });
  process.exit(1); // the supervisor starts a fresh one; the database is consistent at any moment
}
process.on('uncaughtException', (thrown) => crash('uncaught-exception', thrown));
process.on('unhandledRejection', (thrown) => crash('unhandled-rejection', thrown));

/** The next engine says that the library is missing, and waits for it. */
async function leave(): Promise<void> {
  log.warn('library-gone', {});
  await Promise.race([opened?.close(), systemClock.sleep(mostLeavingMs)]);
  process.exit(1);
}

function failedHandlers(error: AppError): Readonly<Record<string, AnyHandler>> {
  const refuse = () => {
    throw error;
  };
  return {
    ...Object.fromEntries(Object.keys(engineContract).map((name) => [name, refuse])),
    'media.resolve': refuse,
    'engine.ping': () => ({ at: new Date().toISOString() }),
    'engine.shutdown': () => ({}),
  };
}

function serve(handlers: Readonly<Record<string, AnyHandler>>): void {
  serveRpc(port, {
    contract: { ...engineContract, ...hostedContract },
    handlers,
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    onError: (call, { code, message }) => log.warn('call-failed', { call, code, message }),
  });
}

function closeOnSignal(engine: Engine): void {
  process.once('SIGTERM', () => {
    void engine.close().finally(() => process.exit(0));
  });
}

async function start(): Promise<void> {
  try {
    const engine = await createEngine({
      paths: { home: config.home, library: config.library, logs: config.logs },
      version: config.version,
      clock: systemClock,
      ids: createIds(),
      random: Math.random,
      host,
      emit,
      log,
      firstLookMs,
      onDamage: (reason) => crash('database-damaged', new AppError('library-damaged', reason)),
      onLibraryGone: () => void leave(),
    });
    opened = engine;
    closeOnSignal(engine);
    serve(engine.handlers);
    send('engine.ready', { libraryLabel: libraryLabel(engine.context.paths.library) });
  } catch (thrown) {
    const error = toAppError(thrown);
    log.error('engine-failed', { code: error.code, message: error.message });
    serve(failedHandlers(error));
    const { marker } = libraryPaths(config.library);
    // where a move has just ended, another folder is meant
    const canReturn = error.code === 'library-missing' && !existsSync(marker);
    send('engine.failed', { code: error.code, message: error.message, details: error.details });
    // the drive is back: the supervisor starts an engine that can open it
    if (canReturn) awaitLibrary(marker, systemClock, () => process.exit(0));
  }
}

void start();
