// One of the large figures of Your data: what it is, the figure with its unit, one line of context.
import { Icon, type IconGlyph } from './icon.tsx';
import styles from './stat-tile.module.css';

export interface StatTileProps {
  readonly icon: IconGlyph;
  readonly label: string;
  readonly figure: string;
  readonly unit?: string;
  readonly note: string;
}

/** Put four of them inside `StatTiles`. */
export function StatTile({ icon, label, figure, unit, note }: StatTileProps) {
  return (
    <div className={styles['tile']}>
      <dt className={styles['label']}>
        <Icon glyph={icon} size={14} />
        {label}
      </dt>
      <dd>
        <p className={styles['figure']}>
          {figure}
          {unit !== undefined && <span className={styles['unit']}> {unit}</span>}
        </p>
        <p className={styles['note']}>{note}</p>
      </dd>
    </div>
  );
}

export interface StatTilesProps {
  /** The accessible name: "At a glance". */
  readonly label: string;
  readonly children: React.ReactNode;
}

export function StatTiles({ label, children }: StatTilesProps) {
  return (
    <section aria-label={label}>
      <dl className={styles['tiles']}>{children}</dl>
    </section>
  );
}
