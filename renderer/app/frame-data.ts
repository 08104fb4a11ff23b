// What the frame around every screen shows. It comes from outside, so that the frame does not know the engine.

export interface FrameData {
  /** `null` until they are known; a count of 0 is not written. */
  readonly counts: {
    /** Jobs under way: written in the accent with a dot. */
    readonly active: number;
    readonly clips: number;
    readonly prompts: number;
    readonly assets: number;
  } | null;
  /** On this device; `null` until it is counted. */
  readonly storedBytes: number | null;
  /** Where generations are made: "Demo, on this device", "Kling · Singapore", "Offline since 14:02". */
  readonly cloud: { readonly label: string; readonly isReachable: boolean } | null;
}

/** Where the window's own buttons lie: inside the sidebar, over the right end of the toolbar, or in a system title bar. */
export type WindowControls = 'left' | 'right' | 'none';
