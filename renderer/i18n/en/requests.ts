// Words of requests about the user's own data.

export const requests = {
  title: 'Requests about your data',
  write: 'Write a request…',
  empty:
    'Ask support for a copy, a correction or a deletion of your data, or object to a use of it. You see here by when an answer is due.',
  dialogTitle: 'Write a request about your data',
  dialogText:
    'Your mail program opens with this text. It goes to support@kling-5.com when you send it there; the app sends nothing by itself.',
  kindLabel: 'What you ask for',
  textLabel: 'Text of the request',
  keep: 'Keep as a draft',
  openMail: 'Open in mail program',
  mailSubject: 'Privacy request: {{kind}}',
  kind: {
    access: 'A copy of my data',
    correct: 'A correction',
    erase: 'A deletion',
    restrict: 'Less use of my data',
    object: 'An objection',
    export: 'My data in a format for machines',
    withdraw: 'A consent taken back',
    other: 'Something else',
  },
  template: {
    access:
      'Please send me a copy of all personal data that you hold about me, with its purposes, recipients and periods.',
    correct: 'Please correct the following data about me: ',
    erase: 'Please delete the following data about me, and confirm it: ',
    restrict: 'Please restrict the use of the following data about me: ',
    object: 'I object to the following use of my data: ',
    export:
      'Please send me the data that I gave you in a structured, common and machine-readable format.',
    withdraw: 'I withdraw my consent to: ',
    other: '',
  },
  draftSince: 'Draft of {{date}}',
  sentAt: 'Sent {{date}}, an answer is due by {{due}}',
  overdue: 'Sent {{date}}. The answer was due on {{due}}',
  answeredAt: 'Answered {{date}}',
  actions: 'Actions for “{{kind}}” of {{date}}',
  writeMail: 'Open in mail program',
  markSent: 'I sent it',
  markAnswered: 'It was answered…',
  remove: 'Remove from this list',
  answerTitle: 'What was the answer?',
  answerText: 'Note it in your words. It stays on this device.',
  answerLabel: 'Answer',
  save: 'Save',
} as const;
