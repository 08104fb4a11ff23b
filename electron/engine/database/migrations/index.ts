// All steps from an empty file to the present tables, in order. The version of a database is the number of steps it has taken.
import { firstTables } from './0001-first-tables.ts';
import { queuePlaces } from './0002-queue-places.ts';
import { orderOfClips } from './0003-order-of-clips.ts';
import { ordersAndFacets } from './0004-orders-and-facets.ts';
import { factsAtHand } from './0005-facts-at-hand.ts';
import { cloudClips } from './0006-cloud-clips.ts';
import { kindsOfClips } from './0007-kinds-of-clips.ts';
import { eraseOrders } from './0008-erase-orders.ts';
import { cloudErasures } from './0009-cloud-erasures.ts';
import { collections } from './0010-collections.ts';
import { promptLibrary } from './0011-prompt-library.ts';
import { privacyRequests } from './0012-privacy-requests.ts';
import { lineage } from './0013-lineage.ts';
import { cloudHeld } from './0014-cloud-held.ts';
import { indexTagNames, wordsOfClips } from './0015-words-of-clips.ts';
import { moreToErase } from './0016-more-to-erase.ts';
import { verdicts } from './0017-verdicts.ts';
import { ordersOfTheList } from './0018-orders-of-the-list.ts';
import { referenceVideos } from './0019-reference-videos.ts';
import { tagsTheOtherWay } from './0020-tags-the-other-way.ts';
import { judgedClips } from './0021-judged-clips.ts';
import { filesOfClips } from './0022-files-of-clips.ts';
import { askedAtTheStart } from './0023-asked-at-the-start.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  { name: '0001-first-tables', sql: firstTables },
  { name: '0002-queue-places', sql: queuePlaces },
  { name: '0003-order-of-clips', sql: orderOfClips },
  { name: '0004-orders-and-facets', sql: ordersAndFacets },
  { name: '0005-facts-at-hand', sql: factsAtHand },
  { name: '0006-cloud-clips', sql: cloudClips },
  { name: '0007-kinds-of-clips', sql: '', widenedChecks: kindsOfClips },
  { name: '0008-erase-orders', sql: eraseOrders },
  { name: '0009-cloud-erasures', sql: cloudErasures },
  { name: '0010-collections', sql: collections },
  { name: '0011-prompt-library', sql: promptLibrary },
  { name: '0012-privacy-requests', sql: privacyRequests },
  { name: '0013-lineage', sql: lineage },
  { name: '0014-cloud-held', sql: cloudHeld },
  { name: '0015-words-of-clips', sql: wordsOfClips, fill: indexTagNames },
  { name: '0016-more-to-erase', sql: '', widenedChecks: moreToErase },
  { name: '0017-verdicts', sql: verdicts },
  { name: '0018-orders-of-the-list', sql: ordersOfTheList },
  { name: '0019-reference-videos', sql: referenceVideos },
  { name: '0020-tags-the-other-way', sql: tagsTheOtherWay },
  { name: '0021-judged-clips', sql: judgedClips },
  { name: '0022-files-of-clips', sql: filesOfClips },
  { name: '0023-asked-at-the-start', sql: askedAtTheStart },
];
