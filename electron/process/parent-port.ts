// A child's pipe to the process that started it: a utility process port, or Node's IPC on runtimes without a fitting one.
import { AppError } from '#shared/errors.ts';
import { type Message, type Port, readMessage } from '#shared/rpc/messages.ts';

interface UtilityParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  off(event: 'message', listener: (event: { data: unknown }) => void): void;
}

function utilityPort(): UtilityParentPort | null {
  const { parentPort } = process as { parentPort?: UtilityParentPort };
  return parentPort ?? null;
}

function portOverUtility(parent: UtilityParentPort): Port {
  return {
    send: (message) => parent.postMessage(message),
    listen: (listener) => {
      const onMessage = (event: { data: unknown }) => {
        const message = readMessage(event.data);
        if (message) listener(message);
      };
      parent.on('message', onMessage);
      return () => parent.off('message', onMessage);
    },
  };
}

function portOverIpc(): Port {
  return {
    send: (message: Message) => {
      if (process.connected) process.send?.(message);
    },
    listen: (listener) => {
      const onMessage = (value: unknown) => {
        const message = readMessage(value);
        if (message) listener(message);
      };
      process.on('message', onMessage);
      return () => process.off('message', onMessage);
    },
  };
}

/** The pipe to the parent. A child whose parent is gone ends: nothing is left running. */
export function openParentPort(): Port {
  const utility = utilityPort();
  if (utility) return portOverUtility(utility);
  if (!process.send) throw new AppError('internal', 'This file is started by the app, not by hand');
  process.on('disconnect', () => process.exit(0));
  return portOverIpc();
}
