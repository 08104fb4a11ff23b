// What a round of chaos is made of: what is planned for it, and where it is played. Types only.
import type { GenerationStatus } from '#shared/domain/generation-status.ts';
import type { FaultScriptInput } from '../../../gateway/faults/fault-script.ts';
import type { TestGateway } from '../../../gateway/testing/start-gateway.ts';
import type { Failpoint } from '../../failpoint.ts';
import type { PowerCut } from '../power-cut/power-cut.ts';

export interface PlannedClick {
  readonly modelId: string;
  readonly takes: number;
  /** Shade of the reference image; `null` for text alone. */
  readonly picture: number | null;
}

/** How the engine's process ends: by itself at a place, or from outside after a while. */
export type Death =
  { readonly name: Failpoint; readonly passes: number } | { readonly afterMs: number };

export interface RoundPlan {
  readonly clicks: readonly PlannedClick[];
  /** Takes of all clicks together. */
  readonly jobs: number;
  /** The first job that is seen in one of these is cancelled; none when empty. */
  readonly cancelIn: readonly GenerationStatus[];
  /** How long the clicks are ago then, at least. */
  readonly cancelAfterMs: number;
  readonly rules: readonly NonNullable<FaultScriptInput['rules']>[number][];
  /** How the first render ends, when not with a clip. */
  readonly renderFails: 'render-failed' | 'policy-refused' | 'output-expired' | null;
  /** Jobs wait in the cloud until the round lets them go. */
  readonly isHeld: boolean;
  /** The result is larger than one read of a socket. */
  readonly isLarge: boolean;
  /** A result that never arrived whole, before the round begins: the round fetches it again. */
  readonly hasLostResult: boolean;
  readonly restartsGateway: boolean;
  readonly deaths: readonly Death[];
  /** Which of the deaths is the round's own. */
  readonly ownDeath: number;
  /** A seed: what of the unsynced changes is lost, when deaths are power cuts. */
  readonly luck: number;
}

export interface World {
  readonly folder: string;
  readonly gateway: TestGateway;
  readonly plan: RoundPlan;
  /** Each death takes with it what was not durable. */
  readonly powerCut: PowerCut | null;
}
