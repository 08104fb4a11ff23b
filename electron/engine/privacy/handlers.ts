// The calls about what the user allows and objects to.
import type { choicesContract } from '#shared/contract/choices.ts';
import type { EngineHandlers } from '#shared/contract/engine.ts';
import { isoTime } from '../clock.ts';
import { readConsents } from '../database/consents.ts';
import type { EngineContext } from '../engine-context.ts';

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
