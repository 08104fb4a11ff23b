// Tells through the system that clips are ready or failed while the user works in another window.
import { useEffect } from 'react';
import { defaultPreferences } from '#shared/domain/preferences.ts';
import { AppError } from '#shared/errors.ts';
import { errorWords } from '../engine/error-words.ts';
import { useStudioQuery } from '../engine/queries.ts';
import { call, on } from '../engine/studio.ts';
import type { Translate } from '../i18n/translate.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { createEndWatch, type Job, jobNotice } from './job-notice.ts';

/** What ends within this time is told together. */
const gatheredMs = 3000;

export function useJobNotices(): void {
  const t = useTranslate();
  const { notifications } = useStudioQuery('preferences.get', {}).data ?? defaultPreferences;
  useEffect(() => (notifications ? followJobs(t) : undefined), [t, notifications]);
}

/** Returns a function that stops. */
function followJobs(t: Translate): () => void {
  const hasEnded = createEndWatch();
  let gathered: Job[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    const notice = jobNotice(t, gathered, ({ code, message }) =>
      errorWords(t, new AppError(code, message)),
    );
    gathered = [];
    // Without notifications the queue still says it.
    if (notice && !document.hasFocus()) call('shell.notify', notice).catch(() => null);
  };
  const stop = on('generation.changed', (job) => {
    if (!hasEnded(job) || document.hasFocus()) return;
    gathered.push(job);
    timer ??= setTimeout(tell, gatheredMs);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
