// Reads a prompt: which scene it asks for, in which mood, with which details. Pure.
import { hashText } from './random.ts';
import {
  details,
  detailWords,
  moods,
  moodWords,
  sceneKinds,
  sceneWords,
  type Detail,
  type Mood,
  type SceneKind,
} from './vocabulary.ts';

export interface Reading {
  readonly kind: SceneKind;
  /** Whether a word asked for the scene; otherwise the prompt's hash chose it. */
  readonly isAskedFor: boolean;
  readonly moods: ReadonlySet<Mood>;
  readonly details: ReadonlySet<Detail>;
}

const mainWeight = 3;
const sideWeight = 1;
/** What a word at the very start counts more than one at the end: the subject comes first. */
const startBonus = 0.6;

export function readPrompt(prompt: string, negativePrompt = ''): Reading {
  const text = prepare(prompt);
  const unwanted = prepare(negativePrompt);
  const scores = sceneKinds.map((kind) => {
    const { main, side } = sceneWords[kind];
    return { kind, score: scoreOf(text, main, mainWeight) + scoreOf(text, side, sideWeight) };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const fallback = sceneKinds[hashText(prompt) % sceneKinds.length] ?? sceneKinds[0];
  const isIn = (words: string): boolean =>
    findWords(text, words).length > 0 && findWords(unwanted, words).length === 0;
  return {
    kind: best.score > 0 ? best.kind : fallback,
    isAskedFor: best.score > 0,
    moods: new Set(moods.filter((mood) => isIn(moodWords[mood]))),
    details: new Set(details.filter((detail) => isIn(detailWords[detail]))),
  };
}

interface Text {
  /** Latin words between single blanks, with a blank at both ends. */
  readonly words: string;
  readonly whole: string;
}

function prepare(prompt: string): Text {
  const whole = prompt.normalize('NFKC').toLowerCase();
  return { words: ` ${(whole.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `, whole };
}

function scoreOf(text: Text, words: string, weight: number): number {
  return findWords(text, words).reduce(
    (sum, position) => sum + weight * (1 + startBonus * (1 - position)),
    0,
  );
}

/** Where (0 start, 1 end) each word of the list is first found. */
function findWords(text: Text, list: string): number[] {
  return list.split(', ').flatMap((word) => {
    const at = isLatin(word) ? findLatin(text.words, word) : text.whole.indexOf(word);
    return at < 0 ? [] : [at / Math.max(1, text.whole.length)];
  });
}

function isLatin(word: string): boolean {
  return /^[\p{Script=Latin}\d\s-]+$/u.test(word);
}

function findLatin(words: string, word: string): number {
  const plain = word.replaceAll('-', ' ');
  for (const form of [plain, `${plain}s`, `${plain}es`]) {
    const at = words.indexOf(` ${form} `);
    if (at >= 0) return at;
  }
  return -1;
}
