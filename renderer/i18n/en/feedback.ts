// Words of what the user thinks of a result, and of sending it.

export const feedback = {
  title: 'Rate this take',
  good: 'Good',
  poor: 'Poor',
  about: 'What about it',
  reason: {
    prompt: 'How it follows the prompt',
    motion: 'Motion',
    detail: 'Faces, hands and detail',
    look: 'Light and colour',
    sound: 'Sound',
    other: 'Something else',
  },
  stays: 'Stays here unless you press Send.',
  tells:
    'Send tells {{place}} the verdict, what it is about and the clip’s id. Not the video, not the prompt.',
  inThisApp: 'the service in this app, on this device,',
  notTaken: 'This service takes no feedback. It stays here.',
  notAllowed: 'You do not allow feedback to be sent. It stays here.',
  send: 'Send',
  sendAgain: 'Send again',
  sent: 'Sent {{time}}.',
  maybe: 'It may have arrived. Send it again, or take it back.',
  takeBack: 'Take back',
  leaving: 'Being erased in the cloud. The verdict stays here.',
  takeGood: '{{take}} · good',
  takePoor: '{{take}} · poor',
} as const;
