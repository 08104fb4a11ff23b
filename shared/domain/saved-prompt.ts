// Limits and rules of what people keep in their prompt library: prompts to make clips with, snippets to put into prompts. Pure,
// and without the schema library: the page reads it at its start.

export const savedPromptKinds = ['prompt', 'snippet'] as const;
export type SavedPromptKind = (typeof savedPromptKinds)[number];

export const longestPromptTitle = 200;
export const longestSavedText = 10_000;
/** Earlier wordings of one prompt; the oldest goes first. */
export const mostVersions = 100;
