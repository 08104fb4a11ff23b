// Changes a real archive and makes its manifest agree again, as somebody would who wants it to be believed. For tests.
import { execFileSync } from 'node:child_process';

export interface Forgery {
  /** Python that works on `files`, a dict of name to bytes; `text(name, old, new)` replaces in one of them. */
  readonly change?: string;
  /** Python that works on `manifest`, after its hashes were made to agree. */
  readonly manifest?: string;
  /** Python that works on the finished ZIP `z`, before it is closed. */
  readonly zip?: string;
}

export function forgeArchive(from: string, to: string, forgery: Forgery): void {
  const script = `
import zipfile, json, hashlib, sys
src = zipfile.ZipFile(sys.argv[1])
files = {i.filename: src.read(i) for i in src.infolist()}
def text(name, old, new):
    before = files[name].decode()
    assert old in before, old
    files[name] = before.replace(old, new).encode()
def rename(old, new):
    files[new] = files.pop(old)
    for f in manifest['files']:
        if f['path'] == old: f['path'] = new
manifest = json.loads(files.pop('manifest.json'))
files.pop('manifest-sha256.txt')
${forgery.change ?? ''}
for f in manifest['files']:
    data = files.get(f['path'])
    if data is not None:
        f['size'] = len(data)
        f['sha256'] = hashlib.sha256(data).hexdigest()
${forgery.manifest ?? ''}
head = json.dumps(manifest).encode()
sums = ''.join(f"{f['sha256']}  {f['path']}\\n" for f in manifest['files'])
sums += f"{hashlib.sha256(head).hexdigest()}  manifest.json\\n"
z = zipfile.ZipFile(sys.argv[2], 'w')
for name, data in files.items(): z.writestr(name, data)
z.writestr('manifest.json', head)
z.writestr('manifest-sha256.txt', sums)
${forgery.zip ?? ''}
z.close()
`;
  execFileSync('python3', ['-W', 'ignore', '-c', script, from, to]);
}
