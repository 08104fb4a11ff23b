// How the imitated platform says no: a code of its table with the HTTP status that belongs to it.

/** Status by code, from the platform's error table. */
export const statusByCode: Readonly<Record<number, number>> = {
  1000: 401,
  1001: 401,
  1002: 401,
  1003: 401,
  1004: 401,
  1100: 429,
  1101: 429,
  1102: 429,
  1103: 403,
  1200: 400,
  1201: 400,
  1202: 404,
  1203: 404,
  1300: 400,
  1301: 400,
  1302: 429,
  1303: 429,
  1304: 429,
  5000: 500,
  5001: 503,
  5002: 504,
};

export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly code: number;
  readonly status: number;

  constructor(code: number, message: string, status = statusByCode[code] ?? 500) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export function badField(field: string, reason: string): Rejection {
  return new Rejection(1201, `Invalid parameter: ${field} ${reason}`);
}
