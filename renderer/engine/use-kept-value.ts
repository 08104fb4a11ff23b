// One value of several that are kept together: shown at once, kept in the background, and shown as before when it cannot be kept.
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { AppError } from '#shared/errors.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { errorWords } from './error-words.ts';

export interface KeptValue<V> {
  readonly value: V;
  /** Why the last change was not kept, in words. */
  readonly problem: string | undefined;
  set(value: V): void;
}

export interface KeptTogether<T> {
  /** Under which the values are in the query cache. */
  readonly key: QueryKey;
  readonly values: T;
  readonly save: {
    readonly error: AppError | null;
    mutateAsync(change: Partial<T>): Promise<unknown>;
  };
}

export function useKeptValue<T extends object, K extends keyof T>(
  name: K,
  { key, values, save }: KeptTogether<T>,
): KeptValue<T[K]> {
  const t = useTranslate();
  const client = useQueryClient();
  const changeTo = (value: T[K]) => ({ [name]: value }) as unknown as Partial<T>;
  const show = (change: Partial<T>) =>
    client.setQueryData<T>(key, (known) => ({ ...(known ?? values), ...change }));
  return {
    value: values[name],
    problem: save.error ? t('settings:notSaved', { reason: errorWords(t, save.error) }) : undefined,
    set: (value) => {
      const before = changeTo(values[name]);
      show(changeTo(value));
      // A promise, which also goes back when the screen has been left meanwhile.
      save.mutateAsync(changeTo(value)).catch(() => show(before));
    },
  };
}
