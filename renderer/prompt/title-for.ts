// A name for words that are kept: their first clause, or as much of it as fits a line; of a variable its name. Pure.

const longest = 60;

export function titleFor(text: string): string {
  const plain = text.replace(/\{\s*([^{}:]+?)\s*(?::[^{}]*)?\}/gu, '$1');
  const flat = plain.replace(/\s+/g, ' ').trim();
  const [clause = flat] = flat.split(/[,.;:!?。，；：](?:\s|$)/u);
  const words = clause.trim() === '' ? flat : clause.trim();
  if (words.length <= longest) return words;
  const cut = words.lastIndexOf(' ', longest);
  return `${words.slice(0, cut > longest / 2 ? cut : longest).trim()}…`;
}
