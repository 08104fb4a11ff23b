// The faults that hit a request, before its handler and in its answer.
import type { RouteName } from '#shared/gateway/routes.ts';
import type { Clock } from '../dependencies.ts';
import type { Fault, FaultScript } from './fault-script.ts';
import { createFiring, seededRandom } from './firing.ts';

export interface PlannedFaults {
  readonly before: readonly Fault[];
  readonly after: readonly Fault[];
}

export interface FaultPlan {
  next(route: RouteName): PlannedFaults;
}

const ofAnswer: readonly Fault['type'][] = ['truncate', 'wrongHash', 'slow'];

export function createFaultPlan(script: FaultScript, clock: Clock): FaultPlan {
  const random = seededRandom(script.seed);
  const rules = script.rules.map((rule) => ({
    ...rule,
    fires: createFiring(rule, random, () => clock.now()),
  }));
  return {
    next: (route) => {
      const fired = rules.filter(
        (rule) => (rule.route === '*' || rule.route === route) && rule.fires(),
      );
      const isAfter = (rule: (typeof fired)[number]) =>
        rule.when === 'after' || ofAnswer.includes(rule.fault.type);
      return {
        before: fired.filter((rule) => !isAfter(rule)).map(({ fault }) => fault),
        after: fired.filter(isAfter).map(({ fault }) => fault),
      };
    },
  };
}
