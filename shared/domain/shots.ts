// Several shots in one video, written in its prompt as `shot 1, 3, words; shot 2, 2, words`: reading them, writing them, and what a
// model would refuse about them. Pure. A prompt that is not written so is one text, and the model decides on the shots itself.
import type { MultiShotRules } from '../gateway/model.ts';

export interface Shot {
  readonly seconds: number;
  readonly words: string;
}

const shotForm = /^\s*shot\s+(\d{1,2})\s*,\s*(\d{1,3}(?:\.\d{1,2})?)\s*,\s*(.*?)\s*$/isu;

/** `null` for a prompt that is not written as shots, numbered from 1. */
export function readShots(prompt: string): Shot[] | null {
  const parts = prompt.split(/;\s*(?=shot\s+\d|$)/iu).filter((part) => part.trim() !== '');
  const shots: Shot[] = [];
  for (const [index, part] of parts.entries()) {
    const [, number, seconds, words] = shotForm.exec(part) ?? [];
    if (number === undefined || Number(number) !== index + 1) return null;
    shots.push({ seconds: Number(seconds), words: (words ?? '').replace(/;$/, '') });
  }
  return shots.length === 0 ? null : shots;
}

/** A semicolon ends a shot, so within one it becomes a comma. */
export function writeShots(shots: readonly Shot[]): string {
  return shots
    .map(({ seconds, words }, index) => {
      const plain = words.replace(/\s*;\s*/gu, ', ').trim();
      return `shot ${index + 1}, ${seconds}, ${plain}`;
    })
    .join('; ');
}

/** One sentence, or `null` when the shots fit the model and the length of the video. */
export function problemWithShots(
  rules: MultiShotRules,
  shots: readonly Shot[],
  totalSeconds: number,
): string | null {
  if (shots.length > rules.maxShots) {
    return `There are ${shots.length} shots and ${rules.maxShots} are allowed.`;
  }
  for (const [index, { seconds, words }] of shots.entries()) {
    if (words.trim() === '') return `Write what shot ${index + 1} shows.`;
    if (words.length > rules.maxLength) {
      return `Shot ${index + 1} has ${words.length} characters and ${rules.maxLength} are allowed.`;
    }
    if (seconds < rules.minSeconds) {
      return `Shot ${index + 1} has to last ${rules.minSeconds} s or longer.`;
    }
  }
  const sum = sumSeconds(shots);
  return Math.abs(sum - totalSeconds) < 0.005
    ? null
    : `The shots last ${sum} s together and the video ${totalSeconds} s.`;
}

export function sumSeconds(shots: readonly Shot[]): number {
  return Math.round(shots.reduce((sum, { seconds }) => sum + seconds, 0) * 100) / 100;
}

/** Whole seconds, as even as they go: 7 s in 3 shots are 3, 2, 2. */
export function shareSeconds(shots: readonly Shot[], totalSeconds: number): Shot[] {
  const least = Math.floor(totalSeconds / Math.max(1, shots.length));
  const rest = Math.round(totalSeconds - least * shots.length);
  return shots.map((shot, index) => ({ ...shot, seconds: least + (index < rest ? 1 : 0) }));
}
