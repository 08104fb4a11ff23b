// Gives components the words. Without a provider around them they speak English, so that a component can be shown alone.
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { createTranslate, type Translate } from './translate.ts';

const TranslateContext = createContext<Translate | null>(null);

export interface TranslateProviderProps {
  readonly language: 'en';
  readonly children: ReactNode;
}

export function TranslateProvider({ language, children }: TranslateProviderProps) {
  const translate = useMemo(() => createTranslate(language), [language]);
  return <TranslateContext value={translate}>{children}</TranslateContext>;
}

let english: Translate | null = null;

export function useTranslate(): Translate {
  const given = useContext(TranslateContext);
  if (given) return given;
  english ??= createTranslate();
  return english;
}
