// Misbehaviour on order: each rule hits the next requests of its kind, so many times.
import { z } from 'zod';

export const faultSchema = z.object({
  on: z.enum(['create', 'query', 'media', 'costs']),
  times: z.int().positive().default(1),
  /** Lets so many requests of the kind pass first. */
  after: z.int().min(0).default(0),
  act: z.discriminatedUnion('type', [
    /** An error of the table; `status` 200 gives the success line with an error body. */
    z.object({
      type: z.literal('error'),
      code: z.int(),
      status: z.int().optional(),
      /** Seconds, or a date. */
      retryAfter: z.string().optional(),
    }),
    /** Repeats the authorization header in the message of an error. */
    z.object({ type: z.literal('echo'), code: z.int() }),
    z.object({ type: z.literal('html'), status: z.int() }),
    z.object({ type: z.literal('hang') }),
    /** Does the work, then cuts the connection instead of answering. */
    z.object({ type: z.literal('lose-answer') }),
    /** Does the work and never answers. */
    z.object({ type: z.literal('hold-answer') }),
    /** Sends the client to another place instead of doing the work. */
    z.object({ type: z.literal('redirect'), to: z.string() }),
    /** Half of the body, then the end of the connection. */
    z.object({ type: z.literal('cut') }),
    z.object({ type: z.literal('wrong-length') }),
    z.object({ type: z.literal('not-a-video') }),
    z.object({ type: z.literal('omit-task') }),
    z.object({ type: z.literal('object-data') }),
    z.object({ type: z.literal('unknown-status') }),
    /** Ended well, and no video in it. */
    z.object({ type: z.literal('no-outputs') }),
    /** The URL of the result leads to this origin. */
    z.object({ type: z.literal('other-host'), origin: z.string() }),
    /** The task is accepted and fails at its end with these words. */
    z.object({ type: z.literal('fail-task'), message: z.string() }),
  ]),
});
export type FaultInput = z.input<typeof faultSchema>;
export type FaultAct = z.output<typeof faultSchema>['act'];
export type FaultTarget = z.output<typeof faultSchema>['on'];

export function createFaults(initial: readonly FaultInput[] = []) {
  let rules = initial.map((rule) => ({ ...faultSchema.parse(rule) }));
  return {
    add: (fault: FaultInput): void => void rules.push({ ...faultSchema.parse(fault) }),
    clear: (): void => void (rules = []),
    /** What the next request of this kind has to suffer. */
    take: (on: FaultTarget): FaultAct | null => {
      const rule = rules.find((candidate) => candidate.on === on);
      if (!rule) return null;
      if (rule.after > 0) {
        rule.after -= 1;
        return null;
      }
      rule.times -= 1;
      if (rule.times === 0) rules = rules.filter((candidate) => candidate !== rule);
      return rule.act;
    },
  };
}
