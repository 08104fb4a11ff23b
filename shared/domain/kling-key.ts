// A key for the Kling open platform, as it may be typed.

export const klingRegions = ['global', 'china'] as const;
export type KlingRegionId = (typeof klingRegions)[number];

/** Visible ASCII: anything else could not go out in a header. */
export const klingKeyPattern = /^[\x21-\x7e]{8,400}$/;
