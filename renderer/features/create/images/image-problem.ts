// Whether an image fits what a model takes, and the sentence when it does not.
import type { Asset } from '#shared/contract/generation.ts';
import type { ModelDescriptor } from '#shared/gateway/model.ts';
import type { ImageRules } from '#shared/gateway/model.ts';
import { formatBytes } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';

type Fact = Pick<Asset, 'mimeType' | 'sizeBytes' | 'width' | 'height'>;

export function imageProblem(
  t: Translate,
  { name: model }: Pick<ModelDescriptor, 'name'>,
  rules: ImageRules,
  { mimeType, sizeBytes, width, height }: Fact,
): string | null {
  if (!rules.mimeTypes.includes(mimeType)) {
    return t('create:imageWrongType', { model, types: typeNames(rules.mimeTypes) });
  }
  if (sizeBytes > rules.maxBytes) {
    return t('create:imageTooLarge', {
      model,
      size: formatBytes(sizeBytes),
      maximum: formatBytes(rules.maxBytes),
    });
  }
  if (Math.min(width, height) < rules.minSide) {
    return t('create:imageTooSmall', { model, width, height, minimum: rules.minSide });
  }
  return null;
}

/** `image/jpeg`, `image/png` → `JPEG, PNG` */
function typeNames(mimeTypes: readonly string[]): string {
  return mimeTypes.map((type) => type.replace(/^image\//, '').toUpperCase()).join(', ');
}
