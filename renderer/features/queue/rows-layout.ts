// Where the rows of a list with headings are, and between which of them a dragged one is dropped: headings are no place to drop it.
import { type DropTarget, type ItemDropTarget, ListLayout, Rect } from 'react-aria-components';

export class RowsLayout<T> extends ListLayout<T> {
  override getDropTargetFromPoint(
    x: number,
    y: number,
    isValidDropTarget: (target: DropTarget) => boolean,
  ): DropTarget | null {
    const { visibleRect } = this.virtualizer ?? {};
    if (!visibleRect) return null;
    const pointY = y + visibleRect.y;
    const row = this.getVisibleLayoutInfos(new Rect(x + visibleRect.x, pointY, 1, 1)).find(
      ({ type, rect }) => type === 'item' && rect.y <= pointY && pointY < rect.maxY,
    );
    if (!row) return null;
    const isUpper = pointY < row.rect.y + row.rect.height / 2;
    const target: ItemDropTarget = {
      type: 'item',
      key: row.key,
      dropPosition: isUpper ? 'before' : 'after',
    };
    return isValidDropTarget(target) ? target : null;
  }
}
