// Every component with its states on one page, for looking at. Only in development; nothing of the app imports it.
import { useEffect, useState } from 'react';
import { applyAppearance, systemWish } from '../app/appearance.ts';
import { ControlSections } from './gallery/controls.tsx';
import { DataSections } from './gallery/data.tsx';
import { FloatingSections } from './gallery/floating.tsx';
import styles from './gallery/gallery.module.css';
import { MediaSections } from './gallery/media.tsx';
import { SegmentedControl } from './segmented-control.tsx';

type Theme = 'dark' | 'light' | 'system';
type Contrast = 'more' | 'system';

export function Gallery() {
  const [theme, setTheme] = useState<Theme>(readTheme);
  const [contrast, setContrast] = useState<Contrast>('system');
  useEffect(() => applyAppearance({ ...systemWish, theme, contrast }), [theme, contrast]);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>Components</h1>
        <SegmentedControl
          label="Theme"
          isLabelHidden
          segments={[
            { value: 'dark', label: 'Dark' },
            { value: 'light', label: 'Light' },
            { value: 'system', label: 'System' },
          ]}
          value={theme}
          onChange={setTheme}
        />
        <SegmentedControl
          label="Contrast"
          isLabelHidden
          segments={[
            { value: 'system', label: 'Standard' },
            { value: 'more', label: 'More' },
          ]}
          value={contrast}
          onChange={setContrast}
        />
      </header>
      <div className={styles['grid']}>
        <ControlSections />
        <FloatingSections />
        <MediaSections />
        <DataSections />
      </div>
    </div>
  );
}

function readTheme(): Theme {
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}
