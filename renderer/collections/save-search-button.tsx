// Keeps what is searched for under a name, in the sidebar.
import { useState } from 'react';
import { searchOf, type LibraryFilter } from '../clip/library-view.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Button } from '../ui/button.tsx';
import { useSavedSearches } from './collections-data.ts';
import { NameDialog } from './name-dialog.tsx';
import { useCollectionActions } from './use-collections.ts';

/** Nothing to keep, or kept already: no button. */
export function SaveSearchButton({ filter }: { readonly filter: LibraryFilter }) {
  const t = useTranslate();
  const { saveSearch } = useCollectionActions();
  const searches = useSavedSearches();
  const [isNaming, setNaming] = useState(false);
  const search = searchOf(filter).trim();
  const isKept = searches.some((saved) => saved.search === search);
  if (search === '' || isKept || filter.collection !== null) return null;
  return (
    <>
      <Button variant="ghost" size="xs" onPress={() => setNaming(true)}>
        {t('collections:saveSearch')}
      </Button>
      {isNaming && (
        <NameDialog
          title={t('collections:saveSearchTitle')}
          confirmLabel={t('collections:save')}
          initial={search}
          onName={(name) => saveSearch({ name, search, sort: filter.sort })}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}
