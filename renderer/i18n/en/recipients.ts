// Words around the recipients and what the service keeps, in the data map.

export const recipients = {
  title: 'Recipients by category',
  note: 'Whom the service may give something, by its privacy policy',
  gets: 'What it gets',
  keepsTitle: 'What the service keeps',
  keepsNote: 'By its privacy policy',
  period: 'How long',
  neverSold: 'None of it is sold, and the app has no advertising or tracking in it.',
  demo: 'At the moment the demo makes your clips on this device: none of these gets anything.',
} as const;
