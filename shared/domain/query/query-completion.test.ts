import { expect, it } from 'vitest';
import { complete, completionAt, keysLike } from './query-completion.ts';

const at = (text: string) => {
  const found = completionAt(text, text.length);
  return found && `${found.kind} ${found.key ?? ''} ${found.typed}`.replace(/\s+/g, ' ').trim();
};

it.each([
  ['', 'key'],
  ['rain ra', 'key ra'],
  ['-ta', 'key ta'],
  ['model:', 'value model'],
  ['rain model:kl', 'value model kl'],
  ['label:red,bl', 'value label bl'],
  ['model:"Kling 3', 'value model kling 3'],
  ['tag:"a, b",c', 'value tag c'],
  ['"rain mod', null],
  ['colour:re', null],
  ['東京', null],
])('%s', (text, expected) => expect(at(text)).toBe(expected));

it('puts a choice in place of what was typed', () => {
  const take = (text: string, choice: string) => {
    const found = completionAt(text, text.length);
    return found && complete(text, found, choice).text;
  };
  expect(take('rain mo', 'model')).toBe('rain model:');
  expect(take('-mo', 'model')).toBe('-model:');
  expect(take('model:"Kling 3', 'Kling 3.0 Omni')).toBe('model:"Kling 3.0 Omni" ');
  expect(take('label:red,bl', 'blue')).toBe('label:red,blue ');
});

it('completes in the middle, and leaves what follows', () => {
  const text = 'label:re sea';
  const found = completionAt(text, 8);
  expect(found && complete(text, found, 'red')).toEqual({ text: 'label:red sea', caret: 10 });
});

it('knows the keys that begin so', () => {
  expect(keysLike('ra')).toEqual(['ratio', 'rating']);
});
