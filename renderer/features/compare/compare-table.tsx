// What differs between the clips, one row per fact, and in one line what does not.
import { Fragment, useMemo } from 'react';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { costWords, parameterName } from '../../clip/clip-details.tsx';
import { formatBytes, formatDateTime } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import type { Translate } from '../../i18n/translate.ts';
import styles from './compare-table.module.css';
import { differencesOf, type FactWords } from './differences.ts';
import { letterOf } from './letters.ts';
import { paneNames } from './pane-names.ts';
import { promptPieces } from './prompt-difference.ts';

export function CompareTable({ clips }: { readonly clips: readonly GenerationDetail[] }) {
  const t = useTranslate();
  const { different, same } = useMemo(() => differencesOf(clips, factWords(t)), [clips, t]);
  const prompts = useMemo(() => promptPieces(clips.map(({ prompt }) => prompt)), [clips]);
  const hasPrompts = prompts.some((pieces) => pieces.some(({ isOwn }) => isOwn));
  const names = paneNames(clips, t);
  const inLine = (value = '') =>
    value === t('viewer:on') || value === t('viewer:off') ? value.toLowerCase() : value;
  return (
    <div
      role="region"
      aria-label={t('compare:differenceHead')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
      tabIndex={0}
      className={styles['differences']}
    >
      <table aria-label={t('compare:differenceHead')} className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className={styles['name']}>
              {t('compare:differenceHead')}
            </th>
            {clips.map((clip, index) => (
              <th key={clip.id} scope="col">
                {t('compare:columnOf', { letter: letterOf(index), name: names[index] ?? '' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hasPrompts && (
            <tr>
              <th scope="row">{t('compare:prompt')}</th>
              {prompts.map((pieces, index) => (
                <td key={clips[index]?.id}>
                  {pieces.map(({ text, isOwn }, at) =>
                    // oxlint-disable-next-line react/no-array-index-key -- pieces have no other identity
                    isOwn ? <Own key={at} text={text} /> : text,
                  )}
                </td>
              ))}
            </tr>
          )}
          {different.map(({ id, name, values }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {values.map((value, index) => (
                <td key={clips[index]?.id}>{value === '' ? t('none') : value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['same']}>
        {different.length === 0 && !hasPrompts
          ? t('compare:allSame')
          : t(clips.length === 2 ? 'compare:sameInBoth' : 'compare:same', {
              facts: same
                .map(({ name, values }) => `${name.toLowerCase()} ${inLine(values[0])}`)
                .join(' · '),
            })}
      </p>
    </div>
  );
}

/** The words alone: not the comma and the space after them. */
function Own({ text }: { readonly text: string }) {
  const words = text.replace(/[\s.,;:!?]+$/u, '');
  return (
    <Fragment>
      {words !== '' && <mark>{words}</mark>}
      {text.slice(words.length)}
    </Fragment>
  );
}

function factWords(t: Translate): FactWords {
  return {
    name: (id) => {
      switch (id) {
        case 'references':
          return t('compare:references');
        case 'file':
          return t('compare:file');
        case 'rating':
          return t('compare:rating');
        case 'model':
        case 'cost':
        case 'duration':
        case 'size':
        case 'made':
          return t(`viewer:${id}`);
        default:
          return id satisfies never;
      }
    },
    parameter: (key) => parameterName(t, key),
    role: (role, number) =>
      role === 'first-frame' || role === 'last-frame'
        ? t(`viewer:role.${role}`)
        : t('viewer:role.reference', { number }),
    value: (value) =>
      typeof value === 'boolean' ? t(value ? 'viewer:on' : 'viewer:off') : String(value),
    cost: (clip) => costWords(clip, t),
    size: ({ output }) =>
      output
        ? t('viewer:sizeValue', {
            width: output.width,
            height: output.height,
            fps: Math.round(output.fps * 100) / 100,
          })
        : '',
    bytes: formatBytes,
    date: (moment) => formatDateTime(moment),
    stars: (count) => t('organise:stars', { count }),
  };
}
