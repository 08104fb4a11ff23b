// The one error type that crosses process borders, and the closed list of what can go wrong.
// Must not hold words for people beyond a plain English fallback: the interface words errors by code.

export const errorCodes = [
  // anywhere
  'invalid-input',
  'not-found',
  'conflict',
  'busy',
  'cancelled',
  'deadline',
  'internal',
  'engine-unavailable',
  'permission-denied',
  'age-required',
  'restricted',
  // cloud
  'cloud-unreachable',
  'cloud-timeout',
  'cloud-invalid-answer',
  'cloud-unauthorised',
  'cloud-rejected',
  'cloud-rate-limited',
  'cloud-unavailable',
  'policy-refused',
  'credits-insufficient',
  'key-conflict',
  'destination-changed',
  'render-failed',
  'output-expired',
  'hash-mismatch',
  'size-mismatch',
  'url-forbidden',
  // assets
  'asset-unreadable',
  'asset-unsupported',
  'asset-too-large',
  // disk and library
  'disk-full',
  'disk-read-only',
  'disk-error',
  'file-missing',
  'library-missing',
  'library-locked',
  'library-damaged',
  'library-newer',
  'library-not-ours',
  // archive
  'archive-damaged',
  'archive-unsupported',
  // machine
  'port-taken',
  'keychain-unavailable',
  'grant-unknown',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** How an error travels between processes: plain JSON. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable: boolean;
  readonly details: ErrorDetails;
}

export interface AppErrorOptions {
  readonly retryable?: boolean;
  readonly details?: ErrorDetails;
  readonly cause?: unknown;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.details = options.details ?? {};
  }

  toWire(): WireError {
    return {
      code: this.code,
      message: this.message,
      retryable: this.retryable,
      details: this.details,
    };
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (errorCodes as readonly string[]).includes(value);
}

/** Rebuilds an error that came over a process border. Anything malformed becomes `internal`. */
export function fromWire(wire: unknown): AppError {
  if (typeof wire !== 'object' || wire === null) return new AppError('internal', String(wire));
  const { code, message, retryable, details } = wire as Partial<WireError>;
  return new AppError(
    isErrorCode(code) ? code : 'internal',
    typeof message === 'string' ? message : 'Unknown error',
    {
      retryable: retryable === true,
      details: typeof details === 'object' && details !== null ? details : {},
    },
  );
}

const byErrno: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'disk-read-only',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
  ENOENT: 'file-missing',
  EIO: 'disk-error',
  // a network drive or a stick that went away
  ENOTCONN: 'disk-error',
  ESTALE: 'disk-error',
  ENODEV: 'disk-error',
  ENXIO: 'disk-error',
  EHOSTDOWN: 'disk-error',
  EADDRINUSE: 'port-taken',
  SQLITE_FULL: 'disk-full',
  SQLITE_CORRUPT: 'library-damaged',
  SQLITE_NOTADB: 'library-damaged',
  SQLITE_READONLY: 'disk-read-only',
  SQLITE_BUSY: 'library-locked',
  SQLITE_IOERR: 'disk-error',
  SQLITE_CANTOPEN: 'disk-error',
};

/** SQLite says the kind first and then the detail: `SQLITE_IOERR_READ`. */
function codeOf(errno: string): ErrorCode | undefined {
  return byErrno[errno] ?? byErrno[errno.split('_').slice(0, 2).join('_')];
}

/** Coerces whatever was thrown into an AppError. Called once, at a boundary. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Error) {
    const errno = (thrown as Error & { code?: unknown }).code;
    const known = typeof errno === 'string' ? codeOf(errno) : undefined;
    if (known) return new AppError(known, thrown.message, { cause: thrown });
    if (thrown.name === 'AbortError') return new AppError('cancelled', 'Cancelled');
    return new AppError('internal', thrown.message, { cause: thrown });
  }
  return new AppError('internal', String(thrown));
}
