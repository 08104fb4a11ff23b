// A place for one reference image: a dashed frame that adds by press or by drop, or the image with a way to take it out.
// Must not read the file; it hands on what was dropped.
import { Button } from 'react-aria-components';
import { useTranslate } from '../i18n/translate-context.tsx';
import { classNames } from './class-names.ts';
import { useFileDrop } from './file-drop.ts';
import { IconButton } from './icon-button.tsx';
import { Icon } from './icon.tsx';
import { CloseIcon, PlusIcon } from './icons.ts';
import styles from './image-slot.module.css';
import { Meter } from './meter.tsx';

export interface ImageSlotProps {
  /** "First frame": seen under the slot; the button is named "Add first frame". */
  readonly label: string;
  /** `media://` address of the image, or `null` while the slot is empty. */
  readonly src: string | null;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
  readonly onFiles?: (files: File[]) => void;
  /** From 0 to 1 while the image is being read or sent. */
  readonly progress?: number | undefined;
  /** Why the image cannot be used, in one sentence. */
  readonly problem?: string | undefined;
  readonly isDisabled?: boolean;
}

export function ImageSlot(props: ImageSlotProps) {
  const { label, src, onFiles, progress, problem, isDisabled = false } = props;
  const { isOver, dropProps } = useFileDrop({ isDisabled, onFiles });
  return (
    <figure className={styles['slot']} {...dropProps}>
      <div
        className={classNames(styles['box'], isOver && styles['over'], problem && styles['bad'])}
      >
        {src === null ? <AddButton {...props} /> : <Filled {...props} src={src} />}
        {progress !== undefined && (
          <Meter label={label} isLabelHidden share={progress} isThin className={styles['meter']} />
        )}
      </div>
      <figcaption className={classNames(styles['caption'], problem && styles['problem'])}>
        {problem ?? label}
      </figcaption>
    </figure>
  );
}

function AddButton({ label, onAdd, isDisabled = false }: ImageSlotProps) {
  const t = useTranslate();
  return (
    <Button
      onPress={onAdd}
      isDisabled={isDisabled}
      aria-label={t('addNamed', { name: lowerFirst(label) })}
      className={styles['add'] ?? ''}
    >
      <Icon glyph={PlusIcon} />
    </Button>
  );
}

function Filled({
  label,
  src,
  onRemove,
  isDisabled = false,
}: ImageSlotProps & { readonly src: string }) {
  const t = useTranslate();
  return (
    <>
      <img src={src} alt={label} draggable={false} className={styles['image']} />
      <IconButton
        className={styles['remove']}
        size="sm"
        look="media"
        glyph={CloseIcon}
        label={t('removeNamed', { name: lowerFirst(label) })}
        isDisabled={isDisabled}
        onPress={onRemove}
      />
    </>
  );
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
