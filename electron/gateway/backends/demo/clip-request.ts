// What a clip is ordered by, and what comes back. Shapes only.

export interface ClipRequest {
  readonly prompt: string;
  readonly negativePrompt?: string;
  /** Mixed with the prompt: takes of one prompt are siblings, not copies. */
  readonly seed: string | number;
  /** Pixels, even. */
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  readonly fps: number;
  /** Encoded pictures: JPEG, PNG or WebP. */
  readonly firstFrame?: Uint8Array;
  readonly lastFrame?: Uint8Array;
  readonly references?: readonly Uint8Array[];
  /** Rendered one after the other in the place of the prompt; together as long as the clip. */
  readonly shots?: readonly { readonly prompt: string; readonly durationMs: number }[];
  /** How the camera moves, whatever the words say. */
  readonly camera?: string;
  /** Written into the file: title, description, comment. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface ClipResult {
  /** Index first: plays while it loads. */
  readonly mp4: Uint8Array;
  readonly posterJpeg: Uint8Array;
  readonly frameCount: number;
}
