// What is not the same in the clips that are compared, as rows of a table; and what is, in one line. Pure; words are passed in.
import type { GenerationDetail } from '#shared/contract/generation.ts';

export interface Fact {
  readonly id: string;
  readonly name: string;
  /** One per clip; empty where a clip has none. */
  readonly values: readonly string[];
}

export interface Differences {
  readonly different: readonly Fact[];
  readonly same: readonly Fact[];
}

export interface FactWords {
  readonly name: (
    id: 'model' | 'references' | 'cost' | 'duration' | 'size' | 'file' | 'made' | 'rating',
  ) => string;
  readonly parameter: (key: string) => string;
  readonly role: (role: string, number: number) => string;
  readonly value: (value: string | number | boolean) => string;
  readonly cost: (clip: GenerationDetail) => string;
  readonly size: (clip: GenerationDetail) => string;
  readonly bytes: (sizeBytes: number) => string;
  readonly date: (moment: string) => string;
  readonly stars: (rating: number) => string;
}

export function differencesOf(clips: readonly GenerationDetail[], words: FactWords): Differences {
  const facts = [...plainFacts(clips, words), ...parameterFacts(clips, words)];
  const isSame = ({ values }: Fact) => values.every((value) => value === values[0]);
  return {
    different: facts.filter((fact) => !isSame(fact)),
    same: facts.filter((fact) => isSame(fact) && fact.values[0] !== ''),
  };
}

function plainFacts(clips: readonly GenerationDetail[], words: FactWords): Fact[] {
  const fact = (
    id: Parameters<FactWords['name']>[0],
    valueOf: (clip: GenerationDetail) => string,
  ): Fact => ({ id, name: words.name(id), values: clips.map(valueOf) });
  return [
    fact('model', ({ modelName }) => modelName),
    fact('references', ({ images }) =>
      images.map(({ role }, index) => words.role(role, index + 1)).join(', '),
    ),
    fact('duration', ({ output }) => (output ? `${(output.durationMs / 1000).toFixed(2)} s` : '')),
    fact('size', words.size),
    fact('cost', words.cost),
    fact('file', ({ output }) => (output ? words.bytes(output.sizeBytes) : '')),
    fact('made', ({ createdAt }) => words.date(createdAt)),
    fact('rating', ({ rating }) => (rating === 0 ? '' : words.stars(rating))),
  ];
}

/** Size and duration of the file say these. */
const saidByTheFile = new Set(['duration', 'resolution']);

function parameterFacts(clips: readonly GenerationDetail[], words: FactWords): Fact[] {
  const keys = [...new Set(clips.flatMap(({ parameters }) => Object.keys(parameters)))];
  return keys
    .filter((key) => !saidByTheFile.has(key))
    .map((key) => ({
      id: `parameter-${key}`,
      name: words.parameter(key),
      values: clips.map(({ parameters }) => {
        const value = parameters[key];
        return value === undefined ? '' : words.value(value);
      }),
    }));
}
