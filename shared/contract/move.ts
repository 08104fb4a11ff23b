// Moving the library to another folder: what may be known of one that is not at its end.
import { z } from 'zod';

export const moveStateSchema = z.object({
  /**
   * `copying`: this engine is at it. `interrupted`: it was cut off, and the library is where it was. `clearing`: the library is in its
   * new folder, and what is left in the old one could not be removed yet.
   */
  state: z.enum(['none', 'copying', 'interrupted', 'clearing']),
  /** Last two names of the new folder (of the old one while clearing), for people. */
  label: z.string(),
});
export type MoveState = z.infer<typeof moveStateSchema>;
