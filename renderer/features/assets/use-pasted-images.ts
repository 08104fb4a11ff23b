// A picture that is pasted anywhere on the screen, outside a field of text.
import { useEffect, useRef } from 'react';

export function usePastedImages(onPaste: () => void): void {
  const latest = useRef(onPaste);
  useEffect(() => {
    latest.current = onPaste;
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      const isText = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      const hasPicture = [...(event.clipboardData?.files ?? [])].some(({ type }) =>
        type.startsWith('image/'),
      );
      if (isText || !hasPicture) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}
