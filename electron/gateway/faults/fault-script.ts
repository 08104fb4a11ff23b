// A script of misbehaviour, for tests: read once at start, never used unless someone names such a file.
//
// {
//   "seed": 7,                                  for rules with a probability
//   "smallClips": true,                         the demo draws 256 × 144 pixels, whatever was ordered
//   "outputFile": "/absolute/path.mp4",         every job gives this file instead of rendering
//   "erasureConfirmAfterMs": 500,               erasures are answered `accepted` and confirmed later
//   "backupsKeptMs": 2592000000,                what is erased stays in backups so long; without it there are no backups
//   "resultsKeptMs": 86400000,                  a result is gone so long after the end of its job
//   "dataExportAfterMs": 500,                   everything that is held takes so long to be put together
//   "rules": [                                  every rule that fires is applied, in this order
//     { "route": "createGeneration",            a name of gatewayRoutes, or "*"
//       "nth": 2,                               fires from its second matching request on; default 1
//       "times": 1,                             fires this often; default without end
//       "forMs": 3600000,                       fires so long from the first time on; default without end
//       "probability": 0.3,                     fires by chance; default always
//       "when": "after",                        "before" (default): the handler does not run;
//                                               "after": it ran, and its answer is lost or replaced
//       "fault": { "type": "drop" } } ],
//   "renders": [ { "nth": 1, "times": 1, "delayMs": 2000,
//                  "fail": { "code": "render-failed", "message": "…", "refused": false } } ]
// }
//
// Faults: delay {delayMs} · status {status, code?, message?, retryAfterSeconds?} · drop (the connection ends without an
// answer) · hang (no answer, the connection stays) · html (200 with a web page) · json {value} (200 with any JSON) ·
// truncate {atBytes} (announces everything, sends so much, ends) · wrongHash (one byte of the content differs; for
// outputContent) · slow {bytesPerSecond}. The last three always concern the answer.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { gatewayErrorCodes } from '#shared/gateway/failure.ts';
import { gatewayRoutes } from '#shared/gateway/routes.ts';

const faultSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('delay'), delayMs: z.number().int().min(0) }),
  z.strictObject({
    type: z.literal('status'),
    status: z.number().int().min(400).max(599),
    code: z.enum(gatewayErrorCodes).optional(),
    message: z.string().optional(),
    retryAfterSeconds: z.number().int().min(0).optional(),
  }),
  z.strictObject({ type: z.literal('drop') }),
  z.strictObject({ type: z.literal('hang') }),
  z.strictObject({ type: z.literal('html') }),
  z.strictObject({ type: z.literal('json'), value: z.json() }),
  z.strictObject({ type: z.literal('truncate'), atBytes: z.number().int().min(0) }),
  z.strictObject({ type: z.literal('wrongHash') }),
  z.strictObject({ type: z.literal('slow'), bytesPerSecond: z.number().int().positive() }),
]);
export type Fault = z.infer<typeof faultSchema>;

const firing = {
  nth: z.number().int().min(1).default(1),
  times: z.number().int().min(1).optional(),
  forMs: z.number().int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
};
const routeNames = Object.keys(gatewayRoutes) as [string, ...string[]];

export const faultScriptSchema = z.strictObject({
  seed: z.number().int().default(1),
  smallClips: z.boolean().default(false),
  outputFile: z.string().optional(),
  erasureConfirmAfterMs: z.number().int().min(0).optional(),
  backupsKeptMs: z.number().int().min(0).optional(),
  resultsKeptMs: z.number().int().min(0).optional(),
  dataExportAfterMs: z.number().int().min(0).optional(),
  rules: z
    .array(
      z.strictObject({
        route: z.enum(['*', ...routeNames]),
        when: z.enum(['before', 'after']).default('before'),
        ...firing,
        fault: faultSchema,
      }),
    )
    .default([]),
  renders: z
    .array(
      z.strictObject({
        ...firing,
        delayMs: z.number().int().min(0).default(0),
        fail: z
          .strictObject({
            code: z.string().max(60),
            message: z.string().max(500),
            refused: z.boolean().default(false),
          })
          .optional(),
      }),
    )
    .default([]),
});
export type FaultScript = z.output<typeof faultScriptSchema>;
export type FaultScriptInput = z.input<typeof faultScriptSchema>;

export async function readFaultScript(file: string): Promise<FaultScript> {
  return faultScriptSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
