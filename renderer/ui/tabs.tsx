// Tabs of a screen, 40 px with an accent underline, and the one panel that is shown under them.
// Must not keep which tab is open: that is part of the address, so that Back works.
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import styles from './tabs.module.css';

export interface TabItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** Faint, after the word; not part of the name. */
  readonly count?: string | undefined;
}

export interface TabsProps<Id extends string = string> {
  /** The accessible name of the list. */
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** What the selected tab shows. Fills the height there is; scrolls by itself if it needs to. */
  readonly children: ReactNode;
}

export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  children,
}: TabsProps<Id>) {
  const select = (key: unknown) => {
    const tab = tabs.find((candidate) => candidate.id === key);
    if (tab) onSelect(tab.id);
  };
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={select} className={styles['tabs'] ?? ''}>
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {tabs.map(({ id, label: word, count }) => (
          <Tab key={id} id={id} className={styles['tab'] ?? ''}>
            {word}
            {count !== undefined && (
              <span aria-hidden="true" className={styles['count']}>
                {count}
              </span>
            )}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={selected} id={selected} className={styles['panel'] ?? ''}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
