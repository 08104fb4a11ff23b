// Errors of the system in plain words: their own messages name absolute paths, which must not leave the engine.
import { AppError, type ErrorCode, toAppError } from '#shared/errors.ts';
import type { CallContext } from '#shared/rpc/server.ts';

const words: Readonly<Partial<Record<ErrorCode, string>>> = {
  'disk-full': 'The disk is full. Make room, then try again.',
  'disk-read-only': 'The disk cannot be written to.',
  'disk-error': 'The disk reports an error.',
  'permission-denied': 'The app may not read or write here.',
  'file-missing': 'A file is not where it was.',
  'library-damaged': 'The library database is damaged. Your videos are not.',
  'library-locked': 'The library is busy.',
  cancelled: 'Cancelled',
};

export function plainError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { code, retryable } = toAppError(thrown);
  return new AppError(code, words[code] ?? 'Something went wrong in the app.', {
    retryable,
    cause: thrown,
  });
}

type Handler = (input: never, context: CallContext) => unknown;

/** The same table of handlers; whatever they throw is in plain words, and told to `onError`. */
export function withPlainErrors<T extends Readonly<Record<keyof T, Handler>>>(
  handlers: T,
  onError: (error: AppError) => void = () => undefined,
): T {
  const wrapped = Object.entries<Handler>(handlers).map(([name, handler]) => [
    name,
    async (input: never, context: CallContext) => {
      try {
        return await handler(input, context);
      } catch (thrown) {
        const error = plainError(thrown);
        onError(error);
        throw error;
      }
    },
  ]);
  return Object.fromEntries(wrapped) as T;
}
