// One prompt in full: its words, when it was used, and the clips that came of it.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { formatRoute, navigate } from '../../app/router.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import { FirstFrame } from '../../clip/first-frame.tsx';
import { useLibraryView } from '../../clip/library-view.ts';
import { errorWords } from '../../engine/error-words.ts';
import { mediaUrl } from '../../engine/media.ts';
import { useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { formatClock, formatCount, formatDate } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckIcon, CopyIcon, CreateIcon, ProblemIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import { Poster } from '../../ui/poster.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useToasts } from '../../ui/toast.tsx';
import styles from './prompt-detail.module.css';
import { headingWords } from './prompt-words.ts';
import type { StoredPrompt } from './prompt-list.tsx';
import detail from './detail-page.module.css';

export function PromptDetail({ prompt }: { readonly prompt: StoredPrompt }) {
  const t = useTranslate();
  const toasts = useToasts();
  const write = useStudioCommand('clipboard.writeText');
  const { text, useCount, lastUsedAt, lastGenerationId } = prompt;
  const facts = [
    t('prompts:clips', { count: useCount, figure: formatCount(useCount) }),
    t('prompts:lastUsed', { date: formatDate(lastUsedAt) }),
    t('prompts:length', { figure: formatCount(text.length) }),
  ];
  const use = () =>
    navigate(
      lastGenerationId === null
        ? { screen: 'create', prompt: text }
        : { screen: 'create', from: lastGenerationId },
    );
  const copy = () =>
    write.mutate(
      { text },
      { onSuccess: () => toasts.show({ text: t('prompts:copied'), icon: CheckIcon }) },
    );
  return (
    <section aria-label={t('prompts:text')} className={detail['page']}>
      <div className={detail['inner']}>
        <div className={styles['top']}>
          <h2 className={styles['title']}>{headingWords(text)}</h2>
          <Button icon={CopyIcon} onPress={copy}>
            {t('prompts:copy')}
          </Button>
          <Button variant="primary" icon={CreateIcon} onPress={use}>
            {t('prompts:use')}
          </Button>
        </div>
        <p className={styles['facts']}>{facts.join(' · ')}</p>
        <p className={styles['text']} dir="auto">
          {text}
        </p>
        {write.error && (
          <Note icon={ProblemIcon} tone="danger" isAlert>
            {errorWords(t, write.error)}
          </Note>
        )}
        <MadeWithIt text={text} />
      </div>
    </section>
  );
}

const mostClips = 12;

/** Search finds clips that hold these words; only those with exactly this prompt are shown. */
function MadeWithIt({ text }: { readonly text: string }) {
  const t = useTranslate();
  const filterBy = useLibraryView((view) => view.filterBy);
  const search = searchFor(text);
  const found = useStudioQuery('library.page', { search, limit: 60 });
  const clips = (found.data?.items ?? []).filter(({ prompt }) => prompt.trim() === text.trim());
  if (!found.data) return <div aria-busy="true" />;
  return (
    <>
      <div className={detail['head']}>
        <h3 className={detail['heading']}>{t('prompts:madeWithIt')}</h3>
        {clips.length > 0 && (
          <TextLink
            className={styles['all']}
            onPress={() => {
              filterBy({ search, filters: '', place: 'all' });
              navigate({ screen: 'library' });
            }}
          >
            {t('prompts:openInLibrary')}
          </TextLink>
        )}
      </div>
      {clips.length === 0 && <p className={styles['facts']}>{t('prompts:noClips')}</p>}
      <ul className={detail['clips']}>
        {clips.slice(0, mostClips).map((clip) => (
          <li key={clip.id}>
            <a
              href={formatRoute({ screen: 'viewer', id: clip.id })}
              aria-label={linkName(clip)}
              className={detail['clip']}
            >
              <Poster
                alt=""
                src={clip.output?.hasPoster ? mediaUrl('poster', clip.output.id) : null}
                duration={clip.output ? formatClock(clip.output.durationMs) : undefined}
              >
                {clip.output && !clip.output.hasPoster && !clip.output.isMissing && (
                  <FirstFrame src={mediaUrl('output', clip.output.id)} alt="" />
                )}
              </Poster>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function linkName(clip: GenerationSummary): string {
  const duration = clip.output && formatClock(clip.output.durationMs);
  return [clipTitle(clip), duration].filter(Boolean).join(', ');
}

/** A search takes 500 characters; the first words are enough to find it. */
function searchFor(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}
