// What the outside gives the gateway: time, ids, randomness and a log.
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Outside {
  readonly clock: Clock;
  /** A new opaque id of 8 to 40 small letters and digits. */
  readonly ids: () => string;
  readonly random: (size: number) => Uint8Array;
  /** One line for the developer; never prompts or tokens. */
  readonly log: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
}

export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
