// What the demo refuses to draw. A short list of plain cases; a real service decides with more than words. Pure.

const rules: readonly { readonly pattern: RegExp; readonly message: string }[] = [
  {
    pattern:
      /\b(how to|instructions|step by step|recipe)\b.{0,60}\b(build|make|making|assemble|cook)?\b.{0,40}\b(pipe bomb|nail bomb|car bomb|nerve agent|sarin|mustard gas|dirty bomb)\b/,
    message: 'Prompts that explain how to build a weapon are refused.',
  },
  {
    pattern:
      /\b(child|children|minor|underage|toddler)\b.{0,80}\b(nude|naked|sexual|sex|erotic|porn\w*)\b|\b(nude|naked|sexual|erotic|porn\w*)\b.{0,80}\b(child|children|minor|underage|toddler)\b/,
    message: 'Sexual content about children is refused.',
  },
  {
    pattern: /\b(execution|beheading|torture)\b.{0,40}\bof a real (person|man|woman)\b/,
    message: 'Real violence against a person is refused.',
  },
];

/** Why the prompt is refused, or `null`. */
export function findPolicyProblem(prompt: string): string | null {
  const text = prompt.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');
  return rules.find(({ pattern }) => pattern.test(text))?.message ?? null;
}
