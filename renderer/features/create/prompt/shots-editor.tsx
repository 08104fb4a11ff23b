// Several shots of one clip, each with its words and its length. They are written into the prompt, so that what is sent, kept and searched is
// one text. Keeps what is being typed by itself: the prompt holds it without blanks at its ends.
import { useState } from 'react';
import {
  readShots,
  shareSeconds,
  type Shot,
  sumSeconds,
  writeShots,
} from '#shared/domain/shots.ts';
import type { MultiShotRules } from '#shared/gateway/model.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { CloseIcon, PlusIcon } from '../../../ui/icons.ts';
import { Slider } from '../../../ui/slider.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import styles from './shots-editor.module.css';

export interface ShotsEditorProps {
  readonly rules: MultiShotRules;
  readonly prompt: string;
  readonly totalSeconds: number;
  readonly onPrompt: (prompt: string) => void;
  readonly problem: string | null;
}

export function ShotsEditor({ rules, prompt, totalSeconds, onPrompt, problem }: ShotsEditorProps) {
  const t = useTranslate();
  const [kept, setKept] = useState<readonly Shot[]>(() => readShots(prompt) ?? []);
  const shots = writeShots(kept) === prompt ? kept : (readShots(prompt) ?? []);
  const write = (next: readonly Shot[]) => {
    setKept(next);
    onPrompt(writeShots(next));
  };
  const change = (index: number, part: Partial<Shot>) =>
    write(shots.map((shot, at) => (at === index ? { ...shot, ...part } : shot)));
  const longest = Math.max(rules.minSeconds, totalSeconds - rules.minSeconds * (shots.length - 1));
  const isRight = sumSeconds(shots) === totalSeconds;
  return (
    <section aria-label={t('compose:shots')} className={styles['shots']}>
      <div className={styles['head']}>
        <h3 className={styles['title']}>{t('compose:shots')}</h3>
        <span className={styles['sum']} data-wrong={!isRight || undefined}>
          {t('compose:shotsSum', { sum: sumSeconds(shots), total: totalSeconds })}
        </span>
        {!isRight && (
          <Button size="xs" onPress={() => write(shareSeconds(shots, totalSeconds))}>
            {t('compose:shotsEven')}
          </Button>
        )}
        <Button
          size="xs"
          variant="ghost"
          onPress={() => onPrompt(shots.map(({ words }) => words).join('. '))}
        >
          {t('compose:shotsAsText')}
        </Button>
      </div>
      <ol className={styles['list']}>
        {shots.map((shot, index) => (
          <li key={index} className={styles['shot']}>
            <div className={styles['row']}>
              <span className={styles['number']} aria-hidden="true">
                {index + 1}
              </span>
              <Slider
                label={t('compose:shotSeconds', { number: index + 1 })}
                inputLabel={t('compose:shotSeconds', { number: index + 1 })}
                value={shot.seconds}
                minimum={rules.minSeconds}
                maximum={longest}
                step={1}
                unit="s"
                onChange={(seconds) => change(index, { seconds })}
                className={styles['seconds']}
              />
              {shots.length > 1 && (
                <IconButton
                  size="sm"
                  glyph={CloseIcon}
                  label={t('compose:shotRemove', { number: index + 1 })}
                  onPress={() => write(shots.filter((_, at) => at !== index))}
                />
              )}
            </div>
            <TextArea
              label={t('compose:shot', { number: index + 1 })}
              value={shot.words}
              maxLength={rules.maxLength}
              onChange={(words) => change(index, { words })}
            />
          </li>
        ))}
      </ol>
      {shots.length < rules.maxShots && (shots.length + 1) * rules.minSeconds <= totalSeconds && (
        <Button
          size="sm"
          icon={PlusIcon}
          onPress={() =>
            write(shareSeconds([...shots, { seconds: rules.minSeconds, words: '' }], totalSeconds))
          }
        >
          {t('compose:shotAdd')}
        </Button>
      )}
      {problem !== null && (
        <p role="status" className={styles['problem']}>
          {problem}
        </p>
      )}
    </section>
  );
}
