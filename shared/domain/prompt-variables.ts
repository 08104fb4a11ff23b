// Variables in a prompt: `{city}` with values that are kept beside it, or `{colour: red, green}` with values in it. Finds them, counts
// and makes the prompts that they stand for. Pure. Any other use of braces is text like the rest.

export type VariableValues = Readonly<Record<string, readonly string[]>>;

export interface VariablePlace {
  readonly name: string;
  /** Written in the prompt itself; `null` where the name stands alone. */
  readonly inline: readonly string[] | null;
  /** Of the braces with what is between them. */
  readonly start: number;
  readonly end: number;
}

export const longestVariableName = 40;
export const longestVariableValue = 500;
export const mostVariableValues = 50;
export const mostVariables = 12;
/** Clips of one press of Generate, with all takes. */
export const mostClipsOfOnePress = 48;

const place = /\{\s*(\p{L}[\p{L}\p{M}\p{N} _-]{0,39}?)\s*(?::([^{}]*))?\}/gu;

export function findVariables(text: string): VariablePlace[] {
  return [...text.matchAll(place)].map((match) => {
    const [whole, name = '', values] = match;
    const inline = values === undefined ? null : tidyValues(values.split(','));
    return { name, inline, start: match.index, end: match.index + whole.length };
  });
}

/** Without blanks around them, each once. */
export function tidyValues(values: readonly string[]): string[] {
  const tidy = values.map((value) => value.trim().slice(0, longestVariableValue));
  return [...new Set(tidy.filter((value) => value !== ''))].slice(0, mostVariableValues);
}

export interface Variable {
  readonly name: string;
  readonly values: readonly string[];
  /** The values stand in the prompt and are changed there. */
  readonly isInline: boolean;
}

/** Each name once, in the order of the prompt. Values in the prompt, at any of its places, go before those beside it. */
export function variablesOf(text: string, values: VariableValues): Variable[] {
  const byName = new Map<string, Variable>();
  for (const { name, inline } of findVariables(text)) {
    const known = byName.get(name);
    const beside = Object.hasOwn(values, name) ? tidyValues(values[name] ?? []) : [];
    if (inline !== null) {
      const before = known?.isInline === true ? known.values : [];
      byName.set(name, { name, isInline: true, values: tidyValues([...before, ...inline]) });
    } else if (!known) byName.set(name, { name, isInline: false, values: beside });
  }
  return [...byName.values()].slice(0, mostVariables);
}

/** How many prompts these stand for: 1 without variables, 0 while one of them has no value. */
export function countPrompts(variables: readonly Variable[]): number {
  return variables.reduce((product, { values }) => product * values.length, 1);
}

/** The prompt with one value for each name; a name without one stays as it is written. */
export function fillPrompt(text: string, chosen: Readonly<Record<string, string>>): string {
  return text.replace(place, (whole, name: string) =>
    Object.hasOwn(chosen, name) ? (chosen[name] ?? whole) : whole,
  );
}

export interface FilledPrompt {
  readonly text: string;
  readonly chosen: Readonly<Record<string, string>>;
}

/** Every combination, the last name turning fastest. Stops at `most`, so that no product is too large to begin with. */
export function expandPrompt(
  text: string,
  values: VariableValues,
  most = mostClipsOfOnePress,
): FilledPrompt[] {
  let rows: Record<string, string>[] = [{}];
  for (const { name, values: options } of variablesOf(text, values)) {
    rows = rows
      .flatMap((row) => options.slice(0, most).map((value) => ({ ...row, [name]: value })))
      .slice(0, most);
  }
  return rows.map((chosen) => ({ text: fillPrompt(text, chosen), chosen }));
}
