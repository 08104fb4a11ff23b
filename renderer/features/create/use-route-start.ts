// Starts the draft from the address: from a clip, or with given words. The address is plain again afterwards.
import { useEffect, useState } from 'react';
import { toAppError } from '#shared/errors.ts';
import { navigate, useRoute } from '../../app/router.ts';
import { errorWords } from '../../engine/error-words.ts';
import { call } from '../../engine/studio.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { reusableOf } from './draft.ts';
import { useDraftStore } from './draft-store.ts';

/** Answers why it did not work, in a sentence. */
export function useRouteStart(): string | null {
  const t = useTranslate();
  const [notice, setNotice] = useState<string | null>(null);
  const route = useRoute();
  const from = route.screen === 'create' ? route.from : undefined;
  const prompt = route.screen === 'create' ? route.prompt : undefined;
  const isLoaded = useDraftStore((store) => store.isLoaded);
  const change = useDraftStore((store) => store.change);
  useEffect(() => {
    if (!isLoaded || from === undefined) return undefined;
    const abort = new AbortController();
    const start = async () => {
      try {
        const clip = await call('generations.get', { id: from }, abort.signal);
        if (abort.signal.aborted) return;
        setNotice(null);
        const reusable = reusableOf(clip);
        if (reusable) change({ type: 'clip', clip: reusable });
        else setNotice(t('create:importedHasNoPrompt'));
      } catch (thrown) {
        if (abort.signal.aborted) return;
        const error = toAppError(thrown);
        setNotice(error.code === 'not-found' ? t('create:notFound') : errorWords(t, error));
      }
      navigate({ screen: 'create' }, { replace: true });
    };
    void start();
    return () => abort.abort();
  }, [from, isLoaded, change, t]);
  useEffect(() => {
    if (!isLoaded || prompt === undefined) return;
    change({ type: 'prompt', prompt });
    navigate({ screen: 'create' }, { replace: true });
  }, [prompt, isLoaded, change]);
  return notice;
}
