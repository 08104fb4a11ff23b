// The calls about what the user allows and objects to, and the overview of everything that is kept about them.
import type { choicesContract } from '#shared/contract/choices.ts';
import type { EngineHandlers } from '#shared/contract/engine.ts';
import { isoTime } from '../clock.ts';
import { readConsents } from '../database/consents.ts';
import type { EngineContext } from '../engine-context.ts';
import { createOverview } from './overview.ts';

type ChoiceHandlers = Pick<
  EngineHandlers,
  Exclude<keyof typeof choicesContract, 'choices.changed'>
>;

export function createChoiceHandlers({ db, choices }: EngineContext): ChoiceHandlers {
  return {
    'choices.list': () => choices.list(),
    'choices.set': ({ purpose, isAllowed }) => {
      choices.set(purpose, isAllowed);
      return choices.list();
    },
    'choices.history': ({ limit }) => ({
      items: readConsents(db, limit).map(({ atMs, ...answer }) => ({
        ...answer,
        at: isoTime(atMs),
      })),
    }),
  };
}

export function createOverviewHandlers(
  context: EngineContext,
): Pick<EngineHandlers, 'data.overview'> {
  const overview = createOverview(context);
  return {
    'data.overview': async () => {
      await context.onward.pull();
      return overview();
    },
  };
}
