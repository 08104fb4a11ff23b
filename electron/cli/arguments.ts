// Reads the command line. Every mistake is a sentence that names the option; nothing is guessed.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type Command, type OptionValues, UsageError } from './command.ts';

const globalOptions = {
  home: { type: 'string' },
  cloud: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

export interface ParsedCall {
  readonly command: Command | null;
  readonly options: OptionValues;
  /** From --cloud <url>, wherever it stood. */
  readonly cloudUrl: string | null;
  readonly positionals: readonly string[];
  readonly wantsHelp: boolean;
  readonly wantsVersion: boolean;
}

/** True when --json stands anywhere, so that even a wrong call is answered in JSON. */
export function wantsJson(args: readonly string[]): boolean {
  return args.includes('--json');
}

export function parseCall(args: readonly string[], commands: readonly Command[]): ParsedCall {
  const at = commandIndex(args);
  const name = at === -1 ? undefined : args[at];
  const command = commands.find((candidate) => candidate.name === name) ?? null;
  if (name !== undefined && name !== 'help' && !command) {
    throw new UsageError(`There is no command named ${name}. "kling5 help" lists them.`);
  }
  // apart, because a command may give a global option another meaning: `wipe --cloud`
  const before = parse(at === -1 ? args : args.slice(0, at), globalOptions);
  const after = parse(at === -1 ? [] : args.slice(at + 1), {
    ...globalOptions,
    ...command?.options,
  });
  const options = { ...before.values, ...after.values };
  const cloudUrl = [after.values['cloud'], before.values['cloud']].find(
    (value) => typeof value === 'string',
  );
  if (cloudUrl?.trim() === '') throw new UsageError('--cloud is empty.');
  const wantsHelp = options['help'] === true || name === 'help';
  const wantsVersion = options['version'] === true;
  if (!wantsHelp && !wantsVersion) checkPositionals(command, after.positionals);
  const [topic] = after.positionals;
  return {
    command:
      name === 'help' ? (commands.find((candidate) => candidate.name === topic) ?? null) : command,
    options,
    cloudUrl: cloudUrl ?? null,
    positionals: after.positionals,
    wantsHelp,
    wantsVersion,
  };
}

/** Of the first word that is neither an option nor the value of one. */
function commandIndex(args: readonly string[]): number {
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? '';
    if (word === '--home' || word === '--cloud') index += 1;
    else if (!word.startsWith('-')) return index;
  }
  return -1;
}

function parse(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
): { readonly values: OptionValues; readonly positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { values, positionals };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new UsageError(text.split('. To specify')[0] ?? text);
  }
}

function checkPositionals(command: Command | null, given: readonly string[]): void {
  const wanted = command?.positionals ?? [];
  const missing = wanted[given.length];
  if (missing !== undefined) throw new UsageError(`<${missing}> is missing.`);
  const extra = given[wanted.length];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many.`);
}
