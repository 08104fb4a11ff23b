// Programs that are not ours and read an archive. One that is not on this machine is named, with how to get it.
import { type ExecFileSyncOptions, execFileSync, spawnSync } from 'node:child_process';

const packages = { unzip: 'unzip', python3: 'python3', sha256sum: 'coreutils' } as const;

export type Reader = keyof typeof packages;

/** What the program prints. Throws when it is not there or does not accept what it reads. */
export function readWith(
  program: Reader,
  args: readonly string[],
  options: ExecFileSyncOptions = {},
): string {
  try {
    return execFileSync(program, args, {
      maxBuffer: 64 * 1024 * 1024,
      ...options,
      env: { ...process.env, LC_ALL: 'C.UTF-8', PYTHONIOENCODING: 'utf-8' },
    }).toString();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const hint = `sudo apt-get install ${packages[program]}`;
    throw new Error(`This test needs ${program}. Debian and Ubuntu: ${hint}`, { cause: error });
  }
}

export function hasPythonModule(name: string): boolean {
  return spawnSync('python3', ['-c', `import ${name}`]).status === 0;
}

/** Name, size and SHA-256 of each entry as Python's zipfile reads it, in the order of the archive. */
export function entriesByPython(archive: string): [string, number, string][] {
  const script = `
import hashlib, json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    print(json.dumps([[i.filename, i.file_size, hashlib.sha256(z.read(i)).hexdigest()] for i in z.infolist()]))
`;
  return JSON.parse(readWith('python3', ['-c', script, archive])) as [string, number, string][];
}

/** What Python's jsonschema says of every line of every file: its path and line, and whether the schema accepts it. */
export function lineErrorsByPython(folder: string): string[] {
  const script = `
import glob, json, os, sys
from jsonschema import Draft202012Validator, FormatChecker
errors = []
for path in sorted(glob.glob(os.path.join(sys.argv[1], 'data', '*.jsonl'))):
    name = os.path.basename(path)[:-len('.jsonl')]
    with open(os.path.join(sys.argv[1], 'schema', name + '.schema.json'), encoding='utf-8') as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    with open(path, encoding='utf-8', newline='\\n') as file:
        for number, line in enumerate(file, 1):
            errors += [f'{name} {number}: {error.message}' for error in validator.iter_errors(json.loads(line))]
print(json.dumps(errors))
`;
  return JSON.parse(readWith('python3', ['-c', script, folder])) as string[];
}
