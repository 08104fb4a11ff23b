// The facts of one clip as sections of an inspector: prompt, parameters, where it is. Used beside the grid and beside the player.
// Must not fetch; what a press does is passed in.
import type { GenerationSummary, Output } from '#shared/contract/generation.ts';
import { formatBytes, formatCredits, formatDate, formatDateTime } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { InspectorSection } from '../app/inspector.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icon.tsx';
import {
  CloudIcon,
  CloudOffIcon,
  CopyIcon,
  CreateIcon,
  DeviceIcon,
  WarningIcon,
} from '../ui/icons.ts';
import { type KeyValue, KeyValues } from '../ui/key-values.tsx';
import styles from './clip-details.module.css';
import { shortChecksum } from './clip-words.ts';

export interface PromptSectionProps {
  readonly prompt: string;
  readonly onCopy: () => void;
  readonly onReuse: () => void;
}

export function PromptSection({ prompt, onCopy, onReuse }: PromptSectionProps) {
  const t = useTranslate();
  return (
    <InspectorSection
      title={t('viewer:prompt')}
      actions={
        <>
          <IconButton size="sm" label={t('viewer:copyPrompt')} glyph={CopyIcon} onPress={onCopy} />
          <IconButton size="sm" label={t('viewer:reuse')} glyph={CreateIcon} onPress={onReuse} />
        </>
      }
    >
      <p className={styles['prompt']} dir="auto">
        {prompt}
      </p>
    </InspectorSection>
  );
}

export interface ParametersSectionProps {
  readonly clip: GenerationSummary;
  readonly onCopy: (text: string) => void;
  readonly children?: React.ReactNode;
}

export function ParametersSection({ clip, onCopy, children }: ParametersSectionProps) {
  const t = useTranslate();
  const pairs = parameterPairs(clip, t);
  const text = pairs.map(({ name, value }) => `${name}: ${value}`).join('\n');
  return (
    <InspectorSection
      title={t('viewer:parameters')}
      actions={
        <IconButton
          size="sm"
          label={t('viewer:copyParameters')}
          glyph={CopyIcon}
          onPress={() => onCopy(text)}
        />
      }
    >
      <KeyValues pairs={pairs} />
      {children}
    </InspectorSection>
  );
}

interface Fact {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

function parameterPairs(clip: GenerationSummary, t: Translate): Fact[] {
  const { output, parameters } = clip;
  const pairs: Fact[] = [{ id: 'model', name: t('viewer:model'), value: clip.modelName }];
  if (output) {
    const { width, height, fps } = output;
    const size = t('viewer:sizeValue', { width, height, fps: Math.round(fps * 100) / 100 });
    const seconds = `${(output.durationMs / 1000).toFixed(2)} s`;
    pairs.push({ id: 'size', name: t('viewer:size'), value: size });
    pairs.push({ id: 'duration', name: t('viewer:duration'), value: seconds });
  }
  for (const [key, value] of Object.entries(parameters)) {
    if (shownElsewhere.has(key) || value === '') continue;
    pairs.push({ id: key, name: parameterName(t, key), value: parameterValue(value, t) });
  }
  if (clip.kind !== 'imported') {
    pairs.push({ id: 'cost', name: t('viewer:cost'), value: costWords(clip, t) });
  }
  pairs.push({ id: 'made', name: t('viewer:made'), value: formatDateTime(clip.createdAt) });
  return pairs;
}

/** Size and duration of the file say these. */
const shownElsewhere = new Set(['duration', 'resolution']);

/** `negativePrompt` → `Negative prompt`, for models that the app does not know. */
export function parameterName(t: Translate, key: string): string {
  if (key === 'multiShot') return t('viewer:severalShots');
  const words = key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function parameterValue(value: string | number | boolean, t: Translate): string {
  if (typeof value !== 'boolean') return String(value);
  return t(value ? 'viewer:on' : 'viewer:off');
}

export function costWords({ credits }: Pick<GenerationSummary, 'credits'>, t: Translate): string {
  const { held, settled, refunded, quoted } = credits;
  if (refunded > 0) return t('viewer:costGivenBack', { credits: formatCredits(refunded) });
  if (settled > 0) return t('viewer:costSettled', { credits: formatCredits(settled) });
  if (held > 0) return t('viewer:costHeld', { credits: formatCredits(held) });
  return quoted > 0 ? formatCredits(quoted) : t('viewer:costFree');
}

export interface PlacesSectionProps {
  readonly clip: GenerationSummary;
  /** "Kling, Singapore", or where the demo runs. */
  readonly cloudPlace: string;
  readonly children?: React.ReactNode;
}

export function PlacesSection({ clip, cloudPlace, children }: PlacesSectionProps) {
  const t = useTranslate();
  const { output } = clip;
  const pairs: KeyValue[] = [];
  if (output) pairs.push(devicePair(output, t));
  pairs.push({
    id: 'cloud',
    name: <Icon glyph={clip.isInCloud ? CloudIcon : CloudOffIcon} />,
    value: clip.isInCloud ? cloudWords(clip, cloudPlace, t) : t('viewer:notInCloud'),
  });
  return (
    <InspectorSection title={t('viewer:whereItIs')}>
      <KeyValues isIconic pairs={pairs} />
      {output && (
        <p className={styles['checksum']}>
          <span>{t('viewer:checksum')}</span> sha256 {shortChecksum(output.sha256)}
        </p>
      )}
      {children}
    </InspectorSection>
  );
}

function devicePair({ isMissing, sizeBytes, fileName }: Output, t: Translate): KeyValue {
  const glyph = isMissing ? WarningIcon : DeviceIcon;
  return {
    id: 'device',
    name: <Icon glyph={glyph} className={isMissing ? styles['warning'] : undefined} />,
    value: (
      <>
        <strong className={styles['place']}>
          {t(isMissing ? 'status:fileMissing' : 'viewer:thisDevice')}
        </strong>
        , {formatBytes(sizeBytes)}
        <span className={styles['file']}>{fileName}</span>
      </>
    ),
  };
}

function cloudWords(clip: GenerationSummary, place: string, t: Translate) {
  const { cloudExpiresAt } = clip;
  return (
    <>
      <strong className={styles['place']}>{place}</strong>
      {cloudExpiresAt !== null && `, ${t('viewer:until', { date: formatDate(cloudExpiresAt) })}`}
    </>
  );
}
