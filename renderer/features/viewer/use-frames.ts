// What can be done with the frame that is seen: copied, kept as an image, used to go on from.
import { type RefObject, useMemo, useRef } from 'react';
import type { Asset, GenerationSummary } from '#shared/contract/generation.ts';
import { toAppError } from '#shared/errors.ts';
import { navigate } from '../../app/router.ts';
import { errorWords } from '../../engine/error-words.ts';
import { call } from '../../engine/studio.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { captureFrame, toBase64 } from '../../player/capture-frame.ts';
import { type Clip, frameAt } from '../../player/playback.ts';
import { CheckIcon, ImageIcon, ProblemIcon } from '../../ui/icons.ts';
import { useToasts } from '../../ui/toast.tsx';

export interface Frames {
  /** To the clipboard, as a picture. */
  readonly copy: () => void;
  /** Among the images, to be used in any clip. */
  readonly keep: () => void;
  /** As the first frame of a new clip. */
  readonly goOn: () => void;
}

export function useFrames(
  video: RefObject<HTMLVideoElement | null>,
  clip: Pick<GenerationSummary, 'id'>,
  film: Clip,
): Frames {
  const t = useTranslate();
  const toasts = useToasts();
  const isBusy = useRef(false);
  const { id } = clip;
  const { durationMs, fps } = film;
  return useMemo(() => {
    const run = (act: (element: HTMLVideoElement, number: number) => Promise<void>) => {
      const element = video.current;
      if (!element || isBusy.current) return;
      isBusy.current = true;
      element.pause();
      const number = frameAt({ durationMs, fps }, element.currentTime * 1000) + 1;
      act(element, number)
        .catch((thrown: unknown) =>
          toasts.show({ text: errorWords(t, toAppError(thrown)), icon: ProblemIcon }),
        )
        .finally(() => {
          isBusy.current = false;
        });
    };
    return {
      copy: () =>
        run(async (element, number) => {
          const picture = captureFrame(element);
          await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
          toasts.show({ text: t('viewer:frameCopied', { number }), icon: CheckIcon });
        }),
      goOn: () =>
        run(async (_, number) => {
          navigate({ screen: 'create', from: id, mode: 'continue', frame: number });
        }),
      keep: () =>
        run(async (element, number) => {
          const png = await toBase64(await captureFrame(element));
          const asset: Asset = await call('assets.addFrame', { id, number, png });
          toasts.show({
            text: t('viewer:frameKept', { number, name: asset.originalName }),
            icon: ImageIcon,
            action: { label: t('viewer:toAssets'), onPress: () => navigate({ screen: 'assets' }) },
          });
        }),
    };
  }, [video, id, durationMs, fps, toasts, t]);
}
