// A text that has no button to save it. What is typed stays in sight until what is saved has become the same.
import { useEffect, useState } from 'react';
import { createKeeper } from '../../engine/keeper.ts';
import { useOnLeave } from '../../engine/use-on-leave.ts';

export interface KeptText {
  readonly value: string;
  readonly type: (text: string) => void;
  /** The field has lost the focus. */
  readonly leave: () => void;
  /** As it was before the first letter. */
  readonly takeBack: () => void;
}

export interface KeptTextInput {
  readonly saved: string;
  readonly keep: (text: string) => void;
}

const everyMs = 1000;

export function useKeptText({ saved, keep }: KeptTextInput): KeptText {
  /** `null` while it is as saved. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  const [draft] = useState(createDraft);
  useEffect(() => draft.follow({ saved, keep }, typed));
  useOnLeave(draft.flush);
  if (isLeft && typed === saved) setTyped(null);
  const show = (text: string | null) => {
    draft.set(text);
    setTyped(text);
  };
  return {
    value: typed ?? saved,
    type: (text) => {
      setLeft(false);
      show(text);
    },
    leave: () => {
      setLeft(true);
      draft.flush();
    },
    takeBack: () => {
      if (typed !== null) show(draft.before());
    },
  };
}

/** The text between two drawings, and its way to where it is kept. */
function createDraft() {
  let typed: string | null = null;
  let before = '';
  let now: KeptTextInput = { saved: '', keep: () => undefined };
  const { touch, flush } = createKeeper({
    everyMs,
    write: () => {
      if (typed !== null && typed !== now.saved) now.keep(typed);
    },
  });
  return {
    flush,
    before: () => before,
    follow: (input: KeptTextInput, shown: string | null) => {
      now = input;
      typed = shown;
      if (typed === null) before = input.saved;
    },
    set: (text: string | null) => {
      typed = text;
      touch();
    },
  };
}
