// Lines of data that are broken, point nowhere, hold numbers beyond sense, or would change what an object is.
import { closeParts, type Parts, replaceText } from './honest-files.ts';
import type { FreshParts, HostileCase } from './hostile-case.ts';

const generations = 'data/generations.jsonl';
const prompts = 'data/prompts.jsonl';
const outputs = 'data/outputs.jsonl';
const settings = 'data/settings.jsonl';

type Change = readonly [name: string, path: string, from: string | RegExp, to: string];

/** Each replaces the first place. `~` at the front of the name: it is taken. */
const changes: readonly Change[] = [
  ['a line that is no JSON', prompts, '{', '{,'],
  ['a line that is cut off', prompts, /\}\n/, '\n'],
  ['two objects on a line', prompts, '}\n', '}{}\n'],
  ['a line break inside a line', prompts, '"text":"', '"text":"\n'],
  ['no line break at the end', prompts, /\n$/, ''],
  ['an empty line', prompts, /\n$/, '\n\n'],
  ['a line of null', prompts, /^.*\n/, 'null\n'],
  ['a line of a list', prompts, /^(.*)\n/, '[$1]\n'],
  ['a line of words', prompts, /^.*\n/, '"hello"\n'],
  ['a line that is not a number', prompts, '"useCount":1', '"useCount":NaN'],
  ['~Windows line ends', prompts, /\n$/, '\r\n'],
  ['an unknown field', prompts, '{', '{"admin":true,'],
  ['a missing field', prompts, /"useCount":1,/, ''],
  ['a field called __proto__', prompts, '{', '{"__proto__":{"polluted":true},'],
  ['a field called constructor', prompts, '{', '{"constructor":{"prototype":{"polluted":true}},'],
  ['a number in words', prompts, '"useCount":1', '"useCount":"1"'],
  ['half a number', prompts, '"useCount":1', '"useCount":1.5'],
  ['a number without an end', prompts, '"useCount":1', '"useCount":1e400'],
  ['a number of a thousand digits', prompts, '"useCount":1', `"useCount":${'9'.repeat(1000)}`],
  ['a number beyond what is exact', prompts, '"useCount":1', '"useCount":9007199254740993'],
  ['a negative number', prompts, '"useCount":1', '"useCount":-4'],
  ['a date in words', prompts, /"createdAt":"[^"]*"/, '"createdAt":"soon"'],
  [
    'a date that does not exist',
    prompts,
    /"createdAt":"[^"]*"/,
    '"createdAt":"2026-02-30T00:00:00.000Z"',
  ],
  [
    'a date of month thirteen',
    prompts,
    /"createdAt":"[^"]*"/,
    '"createdAt":"2026-13-01T00:00:00.000Z"',
  ],
  [
    'a date beyond all dates',
    prompts,
    /"createdAt":"[^"]*"/,
    '"createdAt":"+275760-09-13T00:00:00.001Z"',
  ],
  ['words of half letters', prompts, '"text":"', '"text":"\\ud800'],
  ['a prompt of half letters', generations, '"prompt":"', '"prompt":"\\udfff'],
  ['an id with a way out', generations, /"id":"[^"]*"/, '"id":"../../outside"'],
  ['an id that is empty', generations, /"id":"[^"]*"/, '"id":""'],
  ['an id of null', generations, /"id":"[^"]*"/, '"id":null'],
  ['an id with a zero byte', generations, /"id":"[^"]*"/, '"id":"gen0000\\u000000001"'],
  ['~two ids on a line', generations, '{', '{"id":"gen000000002",'],
  ['~two ids of a video on a line', outputs, '{', '{"id":"out00000900",'],
  ['a status that nobody knows', generations, '"ready"', '"sold"'],
  ['a kind that nobody knows', generations, '"image-to-video"', '"drop table generation"'],
  ['parameters in a list', generations, /"parameters":\{[^}]*\}/, '"parameters":[]'],
  ['parameters that hold objects', generations, /"parameters":\{/, '"parameters":{"a":{"b":1},'],
  ['a parent that is a path', generations, '"parentId":null', '"parentId":"../../../../etc"'],
  ['a number of order below zero', generations, /"sequence":1/, '"sequence":-1'],
  ['a width of nothing', outputs, '"width":1280', '"width":null'],
  ['a length below zero', outputs, '"durationMs":5000', '"durationMs":-5000'],
  ['a video that is a page', outputs, 'video/mp4', 'text/html'],
  ['a video of a kind called constructor', outputs, 'video/mp4', 'constructor'],
  [
    'a video of a generation that is not there',
    outputs,
    /"generationId":"[^"]*"/,
    '"generationId":"gen000000777"',
  ],
  ['a hash of another length', outputs, /"sha256":"[^"]*"/, '"sha256":"abc"'],
  ['an image that is a drawing with scripts', 'data/assets.jsonl', 'image/png', 'image/svg+xml'],
  [
    'an image that is not there',
    'data/generation-images.jsonl',
    /"assetId":"[^"]*"/,
    '"assetId":"asset00077700"',
  ],
  ['an image in a role that nobody knows', 'data/generation-images.jsonl', 'first-frame', 'root'],
  ['an event of a status that nobody knows', 'data/events.jsonl', '"queued"', '"paid"'],
  ['an event of nobody', 'data/events.jsonl', /"generationId":"[^"]*"/, '"generationId":null'],
  ['a consent for nothing', 'data/consents.jsonl', /"purpose":"[^"]*"/, '"purpose":7'],
  [
    'a request with an outcome that nobody knows',
    'data/network-requests.jsonl',
    '"ok"',
    '"stolen"',
  ],
  ['a deletion in a state that nobody knows', 'data/erasures.jsonl', '"confirmed"', '"maybe"'],
  ['a tag without a name', 'data/tags.jsonl', /"name":"[^"]*"/, '"name":""'],
  [
    '~a way out as the place of a video',
    outputs,
    /"file":"[^"]*"/,
    '"file":"media/../../../outside.mp4"',
  ],
  ['~an absolute place of a video', outputs, /"file":"[^"]*"/, '"file":"/etc/passwd"'],
  ['~the database as the place of a video', outputs, /"file":"[^"]*"/, '"file":"media/library.db"'],
  [
    '~a way out as the place of a poster',
    outputs,
    /"poster":"[^"]*"/,
    '"poster":"media/posters/../../outside.jpg"',
  ],
  [
    '~a page as words',
    generations,
    /"title":"[^"]*"/,
    '"title":"<script>alert(1)</script><img src=x onerror=alert(1)>"',
  ],
  ['~a command as words', generations, /"notes":"[^"]*"/, `"notes":"'; drop table generation; --"`],
  ['~a formula as words', generations, /"notes":"[^"]*"/, '"notes":"=cmd|/c calc!A1"'],
  ['~words that turn around', generations, /"title":"[^"]*"/, '"title":"\\u202egpj.exe"'],
  ['~a zero byte in words', generations, /"notes":"[^"]*"/, '"notes":"before\\u0000after"'],
  [
    '~words for the search index',
    generations,
    /"title":"[^"]*"/,
    `"title":"NEAR( \\" * OR {prompt}: )"`,
  ],
  ['~a parameter called __proto__', generations, '"parameters":{', '"parameters":{"__proto__":1,'],
  ['~numbers at their end', generations, /"creditsHeld":\d+/, '"creditsHeld":9007199254740991'],
  ['~a setting that nobody knows', settings, /$/, '{"key":"run_at_start","value":"calc.exe"}\n'],
  ['~a setting called __proto__', settings, /$/, '{"key":"__proto__","value":{"polluted":true}}\n'],
  ['~a setting of this device', settings, /$/, '{"key":"queue_pause","value":{"reason":"you"}}\n'],
  ['~a place in the ledger of another', settings, /$/, '{"key":"onward_cursor","value":"zzz"}\n'],
  [
    '~the very first date',
    prompts,
    /"createdAt":"[^"]*"/,
    '"createdAt":"0000-01-01T00:00:00.000Z"',
  ],
  ['a date without seconds', prompts, /"createdAt":"[^"]*"/, '"createdAt":"2026-11-23T12:00Z"'],
];

export function hostileLines(fresh: FreshParts): HostileCase[] {
  return [
    ...changes.map(([name, path, from, to]): HostileCase => {
      const isTaken = name.startsWith('~');
      return {
        name: isTaken ? name.slice(1) : name,
        make: () => {
          const parts = fresh();
          replaceText(parts, path, (text) => text.replace(from, () => expand(text, from, to)));
          countAgain(parts, path);
          return closeParts(parts);
        },
        outcome: isTaken ? 'taken' : 'refused',
        losesPoster: name.includes('poster'),
      };
    }),
    ...repeats(fresh),
  ];
}

/** `$1` is the first group, and a dollar sign is nothing else. */
function expand(text: string, from: string | RegExp, to: string): string {
  const group = typeof from === 'string' ? undefined : from.exec(text)?.[1];
  return group === undefined ? to : to.replace('$1', () => group);
}

/** So that not the count is what is wrong. */
function countAgain({ files, manifest }: Parts, path: string): void {
  const name = path.replace('data/', '').replace('.jsonl', '');
  manifest.counts[name] = String(files.get(path)).split('\n').length - 1;
}

function repeats(fresh: FreshParts): HostileCase[] {
  const names = ['generations', 'assets', 'prompts', 'outputs', 'tags'];
  return names.map((name) => ({
    name: `every line of ${name} twice`,
    make: () => {
      const parts = fresh();
      replaceText(parts, `data/${name}.jsonl`, (text) => text + text);
      countAgain(parts, `data/${name}.jsonl`);
      return closeParts(parts);
    },
    outcome: 'refused',
    says: 'twice',
  }));
}
