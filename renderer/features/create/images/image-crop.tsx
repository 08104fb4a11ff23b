// Says that an image has another shape than the clip will have, and offers to crop it.
import { useState } from 'react';
import type { DraftImage } from '#shared/contract/draft.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { hasRatio, ratioOf } from './crop-area.ts';
import { CropDialog } from './crop-dialog.tsx';
import styles from './image-slots.module.css';
import type { Composer } from '../composer/use-composer.ts';
import type { ImageFacts } from './use-images.ts';

export interface ImageCropProps {
  readonly composer: Composer;
  readonly facts: ImageFacts;
  readonly nameOf: (image: DraftImage) => string;
}

/** Of the frames alone: a reference may have any shape. */
export function ImageCrop({ composer, facts, nameOf }: ImageCropProps) {
  const t = useTranslate();
  const [open, setOpen] = useState<DraftImage | null>(null);
  const { composition, change } = composer;
  const ratioName = String(composition?.parameters['aspect'] ?? '');
  const ratio = ratioOf(ratioName);
  if (!composition || ratio === null) return null;
  const odd = composition.images.filter((image) => {
    const asset = facts.assets.get(image.assetId);
    return image.role !== 'reference' && asset !== undefined && !hasRatio(asset, ratio);
  });
  const asset = open ? facts.assets.get(open.assetId) : undefined;
  return (
    <>
      {odd.map((image) => (
        <p key={image.role} className={styles['crop']}>
          {t('compose:cropHint', { ratio: ratioName })}{' '}
          <TextLink onPress={() => setOpen(image)}>
            {t('compose:crop', { name: nameOf(image).toLowerCase() })}
          </TextLink>
        </p>
      ))}
      {open && asset && (
        <CropDialog
          asset={asset}
          ratioName={ratioName}
          ratio={ratio}
          onClose={() => setOpen(null)}
          onCropped={({ id }) => {
            change({ type: 'image-replaced', image: open, assetId: id });
            setOpen(null);
          }}
        />
      )}
    </>
  );
}
