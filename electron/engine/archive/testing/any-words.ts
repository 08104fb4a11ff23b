// Words as people, other programs and accidents write them. For generated libraries.
import type { Dice } from '../../testing/dice.ts';

const words = [
  'neon city in the rain',
  '霓虹城市，雨夜',
  'كلمات بالعربية مع ‏علامة',
  'שלום עולם',
  'cafe\u0301 and café',
  '👩‍👩‍👧‍👦 on a beach 🏖️',
  'नमस्ते दुनिया',
  'it\'s 100 % "quoted" \\ and / slashed',
  'line one\nline two\r\nline three',
  'a tab\there',
  'a zero\u0000byte',
  '\u2028separators\u2029',
  '<script>alert(1)</script>',
  '"; drop table generation; --',
  '{"json": [1, 2]}',
  '   spaces around   ',
  '\uFEFFmark at the start',
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  'ｆｕｌｌ ｗｉｄｔｈ',
  '…',
] as const;

export function anyWords(dice: Dice): string {
  if (dice.chance(0.05)) return 'long words '.repeat(dice.upTo(400));
  const first = dice.pick(words);
  return dice.chance(0.4) ? `${first} ${dice.below(100)}` : first;
}

export function anyId(dice: Dice, prefix: string): string {
  const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
  let id = prefix;
  while (id.length < 16) id += letters.charAt(dice.below(letters.length));
  return id;
}
