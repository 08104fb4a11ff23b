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
  offlineTitle: 'You are offline.',
  offlineText: 'Browsing, search and playback work.',
  offlineJobs_one:
    'Browsing, search and playback work. {{count}} job waits and starts by itself when the connection is back.',
  offlineJobs_other:
    'Browsing, search and playback work. {{count}} jobs wait and start by themselves when the connection is back.',
  nextTry: 'next try in {{time}}',
  engineRestarting: 'The library is restarting. Nothing was lost.',
  demo: 'Demo, on this device',
  crashesTitle: 'The queue is paused.',
  crashesText_one:
    'The engine stopped twice while it worked on “{{name}}”. Cancel that clip, or let the queue go on.',
  crashesText_other:
    'The engine stopped twice while it worked on {{count}} clips, “{{name}}” among them. Cancel them, or let the queue go on.',
  crashesTextNone: 'The engine stopped twice over a clip that is cancelled now.',
  crashesShow: 'Show it',
  crashesResume: 'Resume',
  ended: {
    ready: 'Your clip is ready',
    lost: 'A clip could not be made',
    readyCount_one: '{{count}} clip is ready',
    readyCount_other: '{{count}} clips are ready',
    lostCount_one: '{{count}} could not be made',
    lostCount_other: '{{count}} could not be made',
    among: 'Among them: {{name}}',
  },
  creditsGivenBack: '{{credits}} given back',
} as const;
