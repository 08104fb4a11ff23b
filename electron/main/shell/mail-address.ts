// The address that opens the mail program with a message begun. Pure. Whatever stands in subject or text stays there: it can add no
// recipient, header or attachment.

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

export function mailAddress(recipient: string, { subject, text }: Mail): string {
  const fields = [`subject=${encodeURIComponent(subject.replaceAll(/[\r\n]+/g, ' '))}`];
  if (text !== '') fields.push(`body=${encodeURIComponent(text.replaceAll(/\r?\n/g, '\r\n'))}`);
  return `mailto:${recipient}?${fields.join('&')}`;
}
