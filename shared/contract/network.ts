// What the window knows sooner than the engine: that there is a network again.
import { z } from 'zod';
import { defineCommand } from './define.ts';

export const networkContract = {
  /** Looks for the cloud at once, and tries what waits for it. */
  'network.returned': defineCommand({ input: z.object({}), output: z.object({}) }),
} as const;
