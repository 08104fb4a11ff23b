// The one way in which the gateway says no: a code of the contract, a sentence, and the field that is meant.
// Must not hold stacks, paths or anything else that a stranger should not read.
import type { GatewayErrorCode, GatewayFailure } from '#shared/gateway/failure.ts';

const statusByCode = {
  'invalid-request': 400,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  'key-conflict': 409,
  'destination-changed': 409,
  'offset-conflict': 409,
  'hash-mismatch': 422,
  'too-large': 413,
  'unsupported-media': 415,
  'policy-refused': 422,
  'credits-insufficient': 402,
  'rate-limited': 429,
  unavailable: 503,
  expired: 403,
  internal: 500,
} as const satisfies Record<GatewayErrorCode, number>;

export interface RefusalOptions {
  readonly field?: string;
  /** Overrides the status that belongs to the code. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: GatewayErrorCode;
  readonly status: number;
  readonly field: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: GatewayErrorCode, message: string, options: RefusalOptions = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? statusByCode[code];
    this.field = options.field;
    this.headers = options.headers ?? {};
  }

  toBody(): GatewayFailure {
    const error = { code: this.code, message: this.message.slice(0, 500) };
    return { error: this.field === undefined ? error : { ...error, field: this.field } };
  }
}

export function notFound(what: string): Refusal {
  return new Refusal('not-found', `There is no such ${what}.`);
}
