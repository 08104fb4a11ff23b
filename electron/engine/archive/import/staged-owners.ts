// Lines that an archive has of one owner, such as a clip, out of those that were set aside. Reads only.
import type { Database } from 'better-sqlite3';

/** As many as are written at once, and some beside them. */
const ownersKept = 512;
/** Characters of their lines: an archive may say anything. */
const mostKept = 8_000_000;

/** All lines of an owner are fetched with the first that is asked for: five questions for each clip would take twice as long. */
export function linesByOwner(
  connection: Database,
): (name: string, owner: string) => readonly string[] {
  const statement = connection
    .prepare('select name, body from line where owner = ? order by number')
    .raw();
  const kept = new Map<string, ReadonlyMap<string, readonly string[]>>();
  let length = 0;
  const linesOf = (owner: string) => {
    const byName = new Map<string, string[]>();
    for (const [name, body] of statement.all(owner) as [name: string, body: string][]) {
      const lines = byName.get(name);
      length += body.length;
      if (lines) lines.push(body);
      else byName.set(name, [body]);
    }
    return byName;
  };
  return (name, owner) => {
    let lines = kept.get(owner);
    if (!lines) {
      if (kept.size >= ownersKept || length > mostKept) {
        kept.clear();
        length = 0;
      }
      lines = linesOf(owner);
      kept.set(owner, lines);
    }
    return lines.get(name) ?? [];
  };
}
