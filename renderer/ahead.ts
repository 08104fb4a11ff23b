// Asks what every start asks first, while the interface itself is still being read: the page loads this file before all others. What comes
// is taken once, by the first who asks for the same. Must import nothing that runs.
import type {
  StudioBridge,
  StudioCallName,
  StudioInput,
  StudioReply,
} from '#shared/contract/studio.ts';

type Question = { [K in StudioCallName]: readonly [K, StudioInput<K>] }[StudioCallName];

/** As the library begins: newest first, all of it. */
export const firstClips = {
  sort: 'newest',
  search: '',
  favouritesOnly: false,
  inTrash: false,
  collectionId: null,
  cursor: null,
  limit: 60,
} as const;

/** Those whose answers are kept with all others. The engine's come first: it answers while the main process reads what answers the rest. */
export const firstQuestions: readonly Question[] = [
  ['profile.get', {}],
  ['library.page', firstClips],
  ['cloud.state', {}],
  ['generations.queue', {}],
  ['collections.list', {}],
  ['searches.list', {}],
  ['library.counts', {}], // takes longest, and nothing waits for it
  ['preferences.get', {}],
  ['shell.health', {}],
];
/** The draft has a store of its own. */
const moreQuestions: readonly Question[] = [['drafts.get', {}]];

const { studio } = globalThis as unknown as { readonly studio?: StudioBridge };
/** Who asks later asks anew. */
const startMs = 5000;
/** Above all that the interface counts up to. */
const firstId = 2 ** 40;

const answers = new Map<string, Promise<StudioReply>>();
const keyOf = (name: string, input: unknown) => `${name} ${JSON.stringify(input)}`;

if (studio) {
  [...moreQuestions, ...firstQuestions].forEach(([name, input], index) => {
    answers.set(keyOf(name, input), studio.call(firstId + index, name, input));
  });
  // What happened since may have changed any answer, and nobody has listened yet: all is asked again.
  const stop = studio.subscribe(() => {
    answers.clear();
    stop();
  });
  setTimeout(() => answers.clear(), startMs);
}

/** The answer to the same question, once; `undefined` when it was not asked, or is not sure any more. */
export function takeAnswer(name: string, input: unknown): Promise<StudioReply> | undefined {
  if (answers.size === 0) return undefined;
  const key = keyOf(name, input);
  const answer = answers.get(key);
  answers.delete(key);
  return answer;
}
