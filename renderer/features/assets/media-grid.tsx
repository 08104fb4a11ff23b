// Reference media as a grid of which only what is in sight is drawn: arrows move, Enter opens, the menu key asks for the menu.
import {
  Collection,
  GridLayout,
  ListBox,
  ListBoxItem,
  ListBoxLoadMoreItem,
  Size,
  Virtualizer,
} from 'react-aria-components';
import type { ReactNode } from 'react';
import { MenuArea } from '../../ui/menu-area.tsx';
import styles from './assets-screen.module.css';

export interface MediaCard {
  readonly id: string;
  readonly name: string;
  readonly picture: ReactNode;
  /** Two lines. */
  readonly facts: readonly [string, string];
  readonly isReplaced?: boolean;
}

export interface MediaGridProps {
  readonly label: string;
  readonly cards: readonly MediaCard[];
  readonly onOpen: (id: string) => void;
  /** Asked for with the right button or the menu key. */
  readonly onMenu?: (id: string, at: { readonly x: number; readonly y: number }) => void;
  /** Asked when the end comes into sight. */
  readonly onMore: () => void;
  readonly isFetchingMore: boolean;
}

/** A picture of 16:9 and three lines under it: the height grows with the width. */
const layout = {
  minItemSize: new Size(156, 147),
  maxItemSize: new Size(332, 246),
  minSpace: new Size(4, 12), // and what the cards have around their pictures
  preserveAspectRatio: true,
};

const noMenu = () => undefined;

export function MediaGrid(props: MediaGridProps) {
  const { label, cards, onOpen, onMenu = noMenu, onMore, isFetchingMore } = props;
  return (
    <MenuArea onMenu={onMenu}>
      <Virtualizer layout={GridLayout} layoutOptions={layout}>
        <ListBox
          aria-label={label}
          layout="grid"
          onAction={(key) => onOpen(String(key))}
          className={styles['list'] ?? ''}
        >
          <Collection items={cards}>{(card) => <Card card={card} />}</Collection>
          <ListBoxLoadMoreItem onLoadMore={onMore} isLoading={isFetchingMore} />
        </ListBox>
      </Virtualizer>
    </MenuArea>
  );
}

function Card({ card }: { readonly card: MediaCard }) {
  const { id, name, picture, facts, isReplaced = false } = card;
  return (
    <ListBoxItem
      id={id}
      textValue={name}
      className={styles['card'] ?? ''}
      data-replaced={isReplaced || undefined}
    >
      {picture}
      <p className={styles['name']} dir="auto">
        {name}
      </p>
      <p className={styles['facts']}>{facts[0]}</p>
      <p className={styles['facts']}>{facts[1]}</p>
    </ListBoxItem>
  );
}
