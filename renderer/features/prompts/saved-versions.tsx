// How a kept prompt was worded before, newest first; an earlier wording is put back into the editor and kept when that is saved.
import type { SavedPromptDetail } from '#shared/contract/saved-prompts.ts';
import type { VariableValues } from '#shared/domain/prompt-variables.ts';
import { formatCount, formatDate, formatTime } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import styles from './saved-detail.module.css';
import { wordsChanged } from './version-words.ts';
import detail from './detail-page.module.css';

export interface SavedVersionsProps {
  readonly prompt: SavedPromptDetail;
  readonly onRestore: (words: { text: string; variables: VariableValues }) => void;
}

export function SavedVersions({ prompt, onRestore }: SavedVersionsProps) {
  const t = useTranslate();
  const { text, variables, wordedAt, clipsOfWording, versions } = prompt;
  if (versions.length === 0) return null;
  const all = [{ text, variables, at: wordedAt, clipCount: clipsOfWording }, ...versions];
  return (
    <>
      <div className={detail['head']}>
        <h3 className={detail['heading']}>{t('prompts:versions')}</h3>
      </div>
      <ol className={styles['versions']}>
        {all.map((version, index) => (
          <li key={`${version.at} ${index}`} className={styles['version']}>
            <span className={styles['when']}>
              {formatDate(version.at)} {formatTime(version.at)}
            </span>
            <span
              className={`${styles['what']} ${index === 0 ? styles['now'] : ''}`}
              title={version.text}
            >
              {wordsChanged(t, version, all[index + 1])}
            </span>
            {prompt.kind === 'prompt' && (
              <span className={styles['count']}>
                {t('prompts:clips', {
                  count: version.clipCount,
                  figure: formatCount(version.clipCount),
                })}
              </span>
            )}
            {index > 0 && (
              <TextLink onPress={() => onRestore(version)}>{t('prompts:restore')}</TextLink>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
