// Create: at the left what is wanted, what it costs and where it goes; at the right what came of it.
import { useEffect, useRef } from 'react';
import { ScreenBody } from '../../app/screen-body.tsx';
import { Toolbar } from '../../app/toolbar.tsx';
import { formatCredits } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CreditsIcon } from '../../ui/icons.ts';
import { ComposerColumn } from './composer/composer-column.tsx';
import styles from './create-screen.module.css';
import { keepDraft, useDraftStore } from './draft-store.ts';
import { ResultPane } from './result/result-pane.tsx';
import { useFileDrop } from '../../ui/file-drop.ts';
import { usePastedImages } from '../../ui/pasted-images.ts';
import { useComposer } from './composer/use-composer.ts';
import { useDrop } from './images/use-drop.ts';
import { useImages } from './images/use-images.ts';
import { useRouteStart } from './use-route-start.ts';

export function CreateScreen() {
  const t = useTranslate();
  const composer = useComposer();
  const prompt = useRef<HTMLTextAreaElement>(null);
  useKeptDraft();
  const { notice, edits } = useRouteStart();
  useEffect(() => {
    if (edits > 0) prompt.current?.focus();
  }, [edits]);
  const images = useImages(composer);
  const onFiles = useDrop(composer, images.addFiles);
  const { isOver, dropProps } = useFileDrop({ onFiles });
  usePastedImages(onFiles);
  const account = composer.cloud?.account;
  return (
    <>
      <Toolbar title={t('create:title')}>
        {account && (
          <span className={styles['credits']}>
            <Icon glyph={CreditsIcon} size={14} />
            {formatCredits(account.credits.available)}
          </span>
        )}
      </Toolbar>
      <ScreenBody>
        <div className={styles['columns']} data-over={isOver || undefined} {...dropProps}>
          <ComposerColumn
            composer={composer}
            promptRef={prompt}
            notice={notice}
            images={images}
            onFiles={onFiles}
          />
          <ResultPane composer={composer} onEditPrompt={() => prompt.current?.focus()} />
        </div>
      </ScreenBody>
    </>
  );
}

function useKeptDraft(): void {
  const load = useDraftStore((store) => store.load);
  useEffect(() => {
    // Without what was kept one can still write; it is read again the next time.
    load().catch(() => undefined);
    return keepDraft();
  }, [load]);
}
