// Words about asking the cloud for everything that it holds: how the request stands, what came, what only the cloud has.

export const access = {
  title: 'What the cloud holds',
  text: 'Ask the cloud for everything it holds about you. The answer is checked, compared with this device and put into your next archive.',
  ask: 'Ask the cloud',
  askAgain: 'Ask again',
  state: {
    preparing:
      'Asked {{asked}}. The cloud has to answer by {{due}}; the answer is fetched by itself.',
    overdue:
      'Asked {{asked}}. The cloud had to answer by {{due}} and has not. It is still asked by itself.',
    expired: 'The cloud threw its answer away before it was here. Ask again.',
    forgotten: 'The last answer is not kept, because something was erased since. Ask again.',
  },
  problem: {
    offline: 'You are offline. It goes on when the connection is back.',
    busy: 'The cloud has a problem. It is tried again by itself.',
    signedOut: 'The cloud did not accept the sign-in. Sign in, and it goes on.',
    damaged: 'The answer did not arrive whole. Nothing of it was kept; it is fetched again.',
    other: 'The last answer made no sense. Nothing of it was kept; it is tried again.',
  },
  askOffline: 'You are offline. Ask when the connection is back.',
  notOffered: 'This cloud does not offer it.',
  answered: 'Last answer',
  kind: {
    account: 'Account',
    generation: 'Jobs',
    asset: 'Images',
    upload: 'Uploads',
    credit: 'Credits',
    erasure: 'Deletions',
    notice: 'Notices',
    other: 'Other',
  },
  clips_one: '{{figure}} clip',
  clips_other: '{{figure}} clips',
  images_one: '{{figure}} image',
  images_other: '{{figure}} images',
  and: '{{one}} and {{other}}',
  onlyThere: 'Not on this device: {{what}}.',
  allHere: 'Every clip and image of it is on this device too.',
  inArchive: 'An archive of everything includes what the cloud held on {{date}}.',
  notInArchive: 'Ask the cloud first, and what it holds today is in it too.',
  notYetInArchive: 'The cloud is preparing what it holds. An export after that includes it.',
} as const;
