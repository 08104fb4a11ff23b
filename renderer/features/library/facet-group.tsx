// One foldable group of filters: its heading is a button, each value a tick with its count.
import { memo, useId, useState } from 'react';
import { useLibraryView } from '../../clip/library-view.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { type FacetGroupName, type FacetLine, isSameLine, isSameLines } from './facet-groups.ts';
import styles from './facets.module.css';

export interface FacetGroupProps {
  readonly name: FacetGroupName;
  readonly lines: readonly FacetLine[];
  readonly onToggle: (line: FacetLine) => void;
}

/** More than these are shown when they are asked for. */
const fewLines = 6;

export const FacetGroup = memo(Group, isSameGroup);

function isSameGroup(before: FacetGroupProps, after: FacetGroupProps): boolean {
  return before.onToggle === after.onToggle && isSameLines(before.lines, after.lines);
}

function Group({ name, lines, onToggle }: FacetGroupProps) {
  const t = useTranslate();
  const id = useId();
  const isFolded = useLibraryView((view) => view.foldedGroups.has(name));
  const foldGroup = useLibraryView((view) => view.foldGroup);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll
    ? lines
    : lines.filter(({ isChosen }, index) => isChosen || index < fewLines);
  const title = t(`find:groups.${name}`);
  return (
    <Disclosure title={title} isOpen={!isFolded} onToggle={() => foldGroup(name)}>
      <div role="group" aria-label={title} id={id} className={styles['lines']}>
        {shown.map((line) => (
          <Tick key={`${line.key}:${line.value}`} line={line} onToggle={onToggle} />
        ))}
      </div>
      {lines.length > fewLines && (
        <TextLink onPress={() => setShowsAll(!showsAll)} className={styles['more']}>
          {showsAll ? t('find:showFewerValues') : t('find:showAllValues', { total: lines.length })}
        </TextLink>
      )}
    </Disclosure>
  );
}

interface TickProps {
  readonly line: FacetLine;
  readonly onToggle: (line: FacetLine) => void;
}

const Tick = memo(
  ({ line, onToggle }: TickProps) => (
    <Checkbox
      size="sm"
      label={line.words}
      isSelected={line.isChosen}
      trailing={formatCount(line.count)}
      onChange={() => onToggle(line)}
    />
  ),
  (before, after) => before.onToggle === after.onToggle && isSameLine(before.line, after.line),
);
