// What a generation is doing, in a word or two, and the badges of what ended without a clip.

export const status = {
  queued: 'Waiting',
  uploading: 'Uploading',
  submitting: 'Sending',
  rendering: 'Rendering',
  downloading: 'Downloading',
  ready: 'Ready',
  failed: 'Failed',
  refused: 'Refused',
  cancelled: 'Cancelled',
  expired: 'Expired',
  fileMissing: 'File moved',
  tryingAgain: 'Trying again',
  offlineTitle: 'You are offline.',
  offlineText: 'Browsing, search and playback work.',
  offlineJobs_one:
    'Browsing, search and playback work. {{count}} job waits and starts by itself when the connection is back.',
  offlineJobs_other:
    'Browsing, search and playback work. {{count}} jobs wait and start by themselves when the connection is back.',
  nextTry: 'next try in {{time}}',
  engineRestarting: 'The library is restarting. Nothing was lost.',
  demo: 'Demo, on this device',
  creditsGivenBack: '{{credits}} given back',
} as const;
