// The renderer's only way in. Checks who is calling before anything is done for it; what answers may still be loading.
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import type { StudioReply } from '#shared/contract/studio.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import type { Answer } from './studio-answer.ts';

export const channels = {
  call: 'studio:call',
  cancel: 'studio:cancel',
  event: 'studio:event',
  grantFile: 'studio:grant-file',
} as const;

export interface StudioIpcDeps {
  readonly allowedOrigin: string;
  readonly answer: Answer;
  readonly grantFile: (path: string) => Promise<string>;
}

/** Only the top frame of our own page may call. */
function isTrustedSender(event: IpcMainEvent | IpcMainInvokeEvent, origin: string): boolean {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null || !URL.canParse(frame.url)) return false;
  const url = new URL(frame.url);
  return `${url.protocol}//${url.host}` === origin;
}

export function serveStudio(deps: StudioIpcDeps): void {
  const running = new Map<string, AbortController>();

  ipcMain.handle(channels.call, async (event, callId: unknown, name: unknown, input: unknown) => {
    if (!isTrustedSender(event, deps.allowedOrigin)) return refused();
    if (typeof callId !== 'number' || typeof name !== 'string') return refused();
    const key = `${event.sender.id}:${callId}`;
    const controller = new AbortController();
    running.set(key, controller);
    try {
      const json = await deps.answer(name, input, controller.signal);
      return { ok: true, json } satisfies StudioReply;
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
    return typeof path === 'string' && path !== '' ? deps.grantFile(path) : null;
  });
}

function refused(): StudioReply {
  return {
    ok: false,
    error: new AppError('permission-denied', 'This page may not call the app').toWire(),
  };
}
