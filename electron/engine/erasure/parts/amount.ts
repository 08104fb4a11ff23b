// How much of something there is, or went. Types only.

export interface Amount {
  readonly count: number;
  readonly bytes: number;
}
