// Files between the library and the rest of the device, as far as the system's own windows, clipboard and drags are needed. Clips go
// by id and places by grant: no path is told to the page.
import { z } from 'zod';
import { generationIdSchema, grantIdSchema } from '../domain/ids.ts';
import { defineCommand } from './define.ts';
import { mostOwnFiles } from './own-files.ts';

const granted = z.object({ grantId: grantIdSchema, fileName: z.string() });
/** Minutes, since people think. */
const thinkingMs = 3_600_000;

/** More than anybody drags; each one is looked up. */
const mostFilesOut = 500;
const someClips = z.object({ ids: z.array(generationIdSchema).min(1).max(mostFilesOut) });

export const shellFilesContract = {
  /** Videos and pictures to take in. Empty when the user cancels. */
  'dialogs.chooseOwnFiles': defineCommand({
    input: z.object({}),
    output: z.object({ grants: z.array(granted).max(mostOwnFiles) }),
    deadlineMs: thinkingMs,
  }),
  /** One video, such as the one that is missing. */
  'dialogs.chooseVideo': defineCommand({
    input: z.object({}),
    output: z.object({ grantId: grantIdSchema.nullable() }),
    deadlineMs: thinkingMs,
  }),
  /** A name for a copy of one clip, or a folder for copies of several. */
  'dialogs.choosePlaceForCopies': defineCommand({
    /** The clip, where there is only one. */
    input: z.object({ id: generationIdSchema.nullable() }),
    output: z.object({ grantId: grantIdSchema.nullable() }),
    deadlineMs: thinkingMs,
  }),
  /** Their files in the clipboard, to be pasted into a file manager. Those that are missing are left out. */
  'clipboard.writeFiles': defineCommand({
    input: someClips,
    output: z.object({ count: z.int() }),
  }),
  /** Has to be asked for while a drag begins in the page; the system goes on with it. */
  'shell.dragFiles': defineCommand({ input: someClips, output: z.object({ count: z.int() }) }),
} as const;
