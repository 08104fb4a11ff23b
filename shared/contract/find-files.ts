// Looking for the videos of the library that are not where they were.
import { z } from 'zod';
import { taskIdSchema } from '../domain/ids.ts';
import { defineCommand } from './define.ts';

export const filesFoundSchema = z.object({
  checked: z.int(),
  /** Found again under another name or in another folder of the library. */
  found: z.int(),
  missing: z.int(),
  /** Of another size than when they were saved. */
  changed: z.int(),
});
export type FilesFound = z.infer<typeof filesFoundSchema>;

export const findFilesContract = {
  /** The task's result says what was found. No file is changed or moved. */
  'library.findFiles': defineCommand({
    input: z.object({}),
    output: z.object({ taskId: taskIdSchema }),
  }),
} as const;
