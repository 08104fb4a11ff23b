// A clip's poster with what lies on it: duration, marks, or what a job is doing, or why it failed.
// Must not fetch anything; must not handle the pointer (that is the card's work).
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { MediaBadge } from './media-badge.tsx';
import { MediaFrame } from './media-frame.tsx';
import { Meter } from './meter.tsx';
import type { IconGlyph } from './icon.tsx';
import { RefusedIcon } from './icons.ts';
import styles from './poster.module.css';

export interface PosterMark {
  readonly text: string;
  readonly icon: IconGlyph;
  readonly isFilled?: boolean;
}

export interface PosterProps {
  /** `media://` address; nothing is drawn before there is one. */
  readonly src?: string | null | undefined;
  /** The clip's title; empty where the title stands beside the poster. */
  readonly alt: string;
  /** Bottom right: `0:08`. */
  readonly duration?: string | undefined;
  /** Bottom left: favourite, in the cloud. */
  readonly marks?: readonly PosterMark[];
  /** Under way: the step's word, a figure, and the share done (`null` when not known). */
  readonly working?:
    | {
        readonly label: string;
        readonly figure?: string | undefined;
        readonly share: number | null;
      }
    | undefined;
  /** Ended without a clip: a short reason. The poster is dimmed. */
  readonly problem?:
    | { readonly text: string; readonly icon?: IconGlyph; readonly tone?: 'warning' | 'danger' }
    | undefined;
  readonly isSelected?: boolean;
  readonly radius?: 'sm' | 'md';
  /** Over everything: a check box, actions, the scrub line. */
  readonly children?: ReactNode;
}

export function Poster(props: PosterProps) {
  const { src, alt, duration, marks = [], working, problem, isSelected = false } = props;
  const dim = working ? styles['pending'] : problem ? styles['dimmed'] : undefined;
  return (
    <MediaFrame
      radius={props.radius ?? 'md'}
      isSelected={isSelected}
      className={classNames(working && styles['working'])}
    >
      {src && (
        <img
          key={src} // or the picture before stays until this one is read
          src={src}
          alt={alt}
          draggable={false}
          loading="lazy"
          decoding="async"
          className={dim}
        />
      )}
      {working && <Working {...working} />}
      {problem && (
        <span className={styles['problem']}>
          <MediaBadge
            size="lg"
            text={problem.text}
            icon={problem.icon ?? RefusedIcon}
            tone={problem.tone ?? 'danger'}
          />
        </span>
      )}
      {marks.length > 0 && (
        <span className={styles['marks']}>
          {marks.map(({ text, icon, isFilled = false }) => (
            <MediaBadge key={text} text={text} icon={icon} isIconOnly isFilled={isFilled} />
          ))}
        </span>
      )}
      {duration !== undefined && !working && (
        <span className={styles['duration']}>
          <MediaBadge text={duration} />
        </span>
      )}
      {props.children}
    </MediaFrame>
  );
}

function Working({ label, figure, share }: NonNullable<PosterProps['working']>) {
  return (
    <div className={styles['job']}>
      <div className={styles['job-words']}>
        <span>{label}</span>
        {figure !== undefined && <span className={styles['figure']}>{figure}</span>}
      </div>
      <Meter label={label} isLabelHidden share={share} valueText={figure} isThin />
    </div>
  );
}
