// Text into HTML, and file paths into addresses. Everything that a person typed passes here before it stands in a page.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe between tags and inside quoted attributes. Characters that turn the reading direction are dropped. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A relative address: each part encoded, so that `#`, `?` or `%` in a name mean nothing. */
export function hrefOf(path: string): string {
  const encoded = path
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
  return escapeHtml(encoded);
}
