// Taking the user's own videos and pictures into the library, and what came of each file.
import { z } from 'zod';
import { generationIdSchema, grantIdSchema, outputIdSchema, taskIdSchema } from '../domain/ids.ts';
import { defineCommand } from './define.ts';

/** Given at once; a folder counts as one. */
export const mostOwnFiles = 10_000;

/** Why a file stayed outside. */
export const refusals = [
  'missing',
  /** A folder without videos and images. */
  'no-media',
  'too-large',
  'unsupported',
  'unplayable',
  'damaged',
  'disk-full',
  'unreadable',
] as const;
export type Refusal = (typeof refusals)[number];

export const takenFilesSchema = z.object({
  videos: z.int(),
  images: z.int(),
  /** Here already, with the same content; a clip whose file was missing has it again. */
  known: z.int(),
  broughtBack: z.int(),
  refused: z.array(z.object({ name: z.string(), reason: z.enum(refusals) })),
  /** The clips that are new, in the order of their files. */
  clips: z.array(generationIdSchema),
});
export type TakenFiles = z.infer<typeof takenFilesSchema>;

/** Of the text that carries a poster of 2 MB. */
const longestPoster = Math.ceil((2 * 1024 * 1024) / 3) * 4;

export const ownFilesContract = {
  /** Copies what was granted, one file after the other; what cannot be taken is named in the task's result and the rest goes on. */
  'ownFiles.take': defineCommand({
    input: z.object({ grantIds: z.array(grantIdSchema).min(1).max(mostOwnFiles) }),
    output: z.object({ taskId: taskIdSchema }),
  }),
  /** Puts a copy of that file in the place of a missing one. `hash-mismatch` when it has another content. */
  'clips.locate': defineCommand({
    input: z.object({ id: generationIdSchema, grantId: grantIdSchema }),
    output: z.object({ taskId: taskIdSchema }),
  }),
  /** A picture for a result that came without one; ignored where there is one. */
  'clips.keepPoster': defineCommand({
    input: z.object({
      outputId: outputIdSchema,
      /** A JPEG in base64. */
      jpeg: z.string().min(1).max(longestPoster),
    }),
    output: z.object({ isKept: z.boolean() }),
    deadlineMs: 60_000,
  }),
} as const;
