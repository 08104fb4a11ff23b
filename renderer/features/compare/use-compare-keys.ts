// The keys of Compare, wherever the focus is in it.
import { useEffect, useRef } from 'react';
import { isOverlayOpen, readPress } from '../../player/key-press.ts';
import { type CompareCommand, compareCommandOf } from './compare-keys.ts';

export function useCompareKeys(act: (command: CompareCommand) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isOverlayOpen()) return;
      const command = compareCommandOf(readPress(event));
      if (!command) return;
      event.preventDefault();
      latest.current(command);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
