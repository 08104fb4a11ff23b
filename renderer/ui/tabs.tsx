// Tabs of a screen, 40 px with an accent underline. They are links to places, so each has an address and Back works.
// Must not hold the panels: the route decides what is shown.
import { Tab, TabList, Tabs as AriaTabs } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './tabs.module.css';

export interface TabItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** Faint, after the word; not part of the name. */
  readonly count?: string;
}

export interface TabsProps<Id extends string = string> {
  /** The accessible name of the list. */
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** The element id of the panel that shows the selected tab. Give it `role="tabpanel"`. */
  readonly panelId: string;
}

export function Tabs<Id extends string>({ label, tabs, selected, onSelect, panelId }: TabsProps<Id>) {
  const select = (key: unknown) => {
    const tab = tabs.find((candidate) => candidate.id === key);
    if (tab) onSelect(tab.id);
  };
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={select} className={styles['tabs'] ?? ''}>
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {tabs.map(({ id, label: word, count }) => (
          <Tab
            key={id}
            id={id}
            className={styles['tab'] ?? ''}
            render={(props) => <div {...props} aria-controls={id === selected ? panelId : undefined} />}
          >
            {word}
            {count !== undefined && (
              <span aria-hidden="true" className={classNames(styles['count'])}>
                {count}
              </span>
            )}
          </Tab>
        ))}
      </TabList>
    </AriaTabs>
  );
}
