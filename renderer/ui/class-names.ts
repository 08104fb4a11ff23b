// Joins class names; leaves out what is absent. Must not hold any style itself.

export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
