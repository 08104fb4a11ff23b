// All receipts on one page. What the cloud has still to confirm comes first, since it is the one that is not over.
import { useState } from 'react';
import type { WipeReceipt } from '#shared/contract/data.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { CloudErasures } from '../cloud-erasures/cloud-erasures.tsx';
import { EraseReceipts } from './erase-receipts.tsx';
import { ReceiptTab } from './receipt-tab.tsx';

export function Receipts({ receipt }: { readonly receipt: WipeReceipt | null }) {
  const list = useStudioQuery('erasures.list', {}).data;
  // as it was when the page was opened: nothing moves while somebody reads
  const [isWaiting, setWaiting] = useState<boolean | null>(null);
  if (isWaiting === null && list) setWaiting(list.waiting.count > 0);
  return (
    <>
      {isWaiting && <CloudErasures />}
      {receipt && <ReceiptTab receipt={receipt} />}
      <EraseReceipts />
      {isWaiting === false && <CloudErasures />}
    </>
  );
}
