// How a job that ended without a clip is told to the user: in few words, and never with the key in them. Pure.
import { RenderFailure, RenderPostponed } from '../../backend.ts';
import { refusalWords } from './provider-facts.ts';
import type { ProviderTask } from './task-answers.ts';

const maxWordsLength = 200;

export function failureOf(task: ProviderTask, redact: (text: string) => string): RenderFailure {
  if (task.state === 'empty') {
    return new RenderFailure('render-failed', 'Kling says that this clip is done and shows none.');
  }
  // Redacted before it is cut: half a key is a key.
  const words = redact(task.message).slice(0, maxWordsLength);
  if (refusalWords.value.test(task.message)) {
    return new RenderFailure('policy-refused', `Kling refuses this clip. It says: ${words}`, true);
  }
  const told = words === '' ? '' : ` It says: ${words}`;
  return new RenderFailure('render-failed', `Kling could not make this clip.${told}`);
}

/** The last gate: whatever a message quotes, it does not quote the key. */
export function withoutKey(thrown: unknown, redact: (text: string) => string): unknown {
  if (thrown instanceof RenderFailure) {
    return new RenderFailure(thrown.code, redact(thrown.message), thrown.isRefused);
  }
  if (thrown instanceof RenderPostponed) {
    return new RenderPostponed(thrown.delayMs, redact(thrown.message));
  }
  if (thrown instanceof Error && thrown.name === 'AbortError') return thrown;
  return new Error(redact(String(thrown)));
}
