// The `kling5` command: the engine without a window. Reads the call, runs one command, ends with 0, 1 or 2.
import { toAppError } from '#shared/errors.ts';
import { type ParsedCall, parseCall, wantsJson } from './arguments.ts';
import { type Command, type ExitCode, filledOption, UsageError } from './command.ts';
import { backup } from './commands/backup.ts';
import { doctor } from './commands/doctor.ts';
import { erase } from './commands/erase.ts';
import { erasures } from './commands/erasures.ts';
import { exportCommand } from './commands/export.ts';
import { gateway } from './commands/gateway.ts';
import { generate } from './commands/generate.ts';
import { importCommand } from './commands/import.ts';
import { inspect } from './commands/inspect.ts';
import { list } from './commands/list.ts';
import { restore } from './commands/restore.ts';
import { seed } from './commands/seed.ts';
import { verify } from './commands/verify.ts';
import { wipe } from './commands/wipe.ts';
import { commandHelpLines, helpLines } from './help.ts';
import { createOutput, type Output } from './output.ts';
import { appVersion, chooseHome } from './places.ts';
import { openSession, type Session } from './session.ts';

const commands: readonly Command[] = [
  generate,
  list,
  inspect,
  exportCommand,
  importCommand,
  verify,
  erase,
  backup,
  restore,
  wipe,
  erasures,
  doctor,
  gateway,
  seed,
];

async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const call = parseCall(args, commands);
  const version = appVersion();
  if (call.wantsVersion) {
    await output.result({ version }, [version]);
    return 0;
  }
  if (call.wantsHelp || !call.command) {
    const lines = call.command ? commandHelpLines(call.command) : helpLines(commands);
    const names = commands.map(({ name, summary, usage }) => ({ name, summary, usage }));
    if (!call.wantsHelp) throw new UsageError('Name a command. "kling5 help" lists them.');
    await output.result({ commands: names }, lines);
    return 0;
  }
  return runCommand(call.command, call, output, version);
}

async function runCommand(
  command: Command,
  { options, positionals, cloudUrl }: ParsedCall,
  output: Output,
  version: string,
): Promise<ExitCode> {
  const home = chooseHome(filledOption(options, 'home'));
  if (cloudUrl !== null) process.env['KLING5_CLOUD_URL'] = cloudUrl;
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  let session: Session | null = null;
  try {
    return await command.run({
      options,
      positionals,
      home,
      version,
      output,
      signal: stop.signal,
      openSession: async (change) => {
        session = await openSession({ home, version, output, ...change });
        return session;
      },
    });
  } finally {
    await (session as Session | null)?.close();
  }
}

async function main(args: readonly string[]): Promise<ExitCode> {
  const output = createOutput(wantsJson(args));
  try {
    return await run(args, output);
  } catch (thrown) {
    const { code, message } = toAppError(thrown);
    await output.result({ error: { code, message } }, []);
    if (!output.isJson) output.note(message);
    return thrown instanceof UsageError ? 2 : 1;
  }
}

process.exit(await main(process.argv.slice(2)));
