// The renderer's only way in. Checks who is calling, then hands shell calls to this process and all others to the engine.
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import type { StudioReply } from '#shared/contract/studio.ts';
import { shellContract } from '#shared/contract/shell.ts';
import { engineContract } from '#shared/contract/engine.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import { type AnyHandler, dispatch } from '#shared/rpc/server.ts';
import { deadlineOf } from '#shared/rpc/typed-client.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';
import type { GrantBook } from '../host/grants.ts';

export const channels = {
  call: 'studio:call',
  cancel: 'studio:cancel',
  event: 'studio:event',
  grantFile: 'studio:grant-file',
} as const;

export interface StudioIpcDeps {
  readonly allowedOrigin: string;
  readonly shellHandlers: Readonly<Record<string, AnyHandler>>;
  readonly engine: EngineSupervisor;
  readonly grants: GrantBook;
}

/** Only the top frame of our own page may call. */
export function isTrustedSender(event: IpcMainEvent | IpcMainInvokeEvent, origin: string): boolean {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null || !URL.canParse(frame.url)) return false;
  const url = new URL(frame.url);
  return `${url.protocol}//${url.host}` === origin;
}

export function serveStudio(deps: StudioIpcDeps): void {
  const running = new Map<string, AbortController>();

  async function run(name: string, input: unknown, signal: AbortSignal): Promise<string> {
    if (Object.hasOwn(shellContract, name)) {
      const options = { contract: shellContract, handlers: deps.shellHandlers };
      return JSON.stringify(await dispatch(options, name, input, { signal }));
    }
    return deps.engine.callForJson(name, input, deadlineOf(engineContract, name), signal);
  }

  ipcMain.handle(channels.call, async (event, callId: unknown, name: unknown, input: unknown) => {
    if (!isTrustedSender(event, deps.allowedOrigin)) return refused();
    if (typeof callId !== 'number' || typeof name !== 'string') return refused();
    const key = `${event.sender.id}:${callId}`;
    const controller = new AbortController();
    running.set(key, controller);
    try {
      return { ok: true, json: await run(name, input, controller.signal) } satisfies StudioReply;
    } catch (thrown) {
      return { ok: false, error: toAppError(thrown).toWire() } satisfies StudioReply;
    } finally {
      running.delete(key);
    }
  });

  ipcMain.on(channels.cancel, (event, callId: unknown) => {
    if (isTrustedSender(event, deps.allowedOrigin)) {
      running.get(`${event.sender.id}:${String(callId)}`)?.abort();
    }
  });

  ipcMain.handle(channels.grantFile, (event, path: unknown) => {
    if (!isTrustedSender(event, deps.allowedOrigin)) return null;
    return typeof path === 'string' && path !== '' ? deps.grants.issue(path) : null;
  });
}

function refused(): StudioReply {
  return {
    ok: false,
    error: new AppError('permission-denied', 'This page may not call the app').toWire(),
  };
}
