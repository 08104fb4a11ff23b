// What the user may allow or object to, purpose by purpose, and what holds before they said anything. Plain facts; knows no database.

export const choicePurposes = [
  'training',
  'send-prompts',
  'send-references',
  'read-history',
  'send-feedback',
] as const;
export type ChoicePurpose = (typeof choicePurposes)[number];

/** A consent is off until it is given; what a clip needs to be made at all is on until the user objects. */
export const isAllowedAtFirst: Readonly<Record<ChoicePurpose, boolean>> = {
  training: false,
  'send-prompts': true,
  'send-references': true,
  'read-history': true,
  'send-feedback': true,
};
