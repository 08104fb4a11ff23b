// From the body of a create request to an order for one video, or a rejection that names the field. Pure.
import { z } from 'zod';
import {
  currentRules,
  type InterfaceRule,
  type ItemType,
  legacyRules,
  unitsPerSecond,
} from './model-rules.ts';
import { badField, Rejection } from './rejection.ts';
import { checkImage } from './check-image.ts';

export interface Order {
  readonly model: string;
  readonly prompt: string;
  readonly externalId: string | null;
  readonly seconds: number;
  readonly resolution: string;
  readonly aspect: string;
  readonly hasSound: boolean;
  readonly units: number;
}

const optionsSchema = z
  .strictObject({
    callback_url: z.string().optional(),
    external_task_id: z.string().min(1).max(120).optional(),
    watermark_info: z.object({ enabled: z.boolean() }).optional(),
  })
  .default({});
const settingsSchema = z
  .strictObject({
    resolution: z.string().optional(),
    duration: z.int().optional(),
    audio: z.string().optional(),
    multi_shot: z.boolean().optional(),
    aspect_ratio: z.string().optional(),
  })
  .default({});
const textSchema = z.strictObject({
  prompt: z.string(),
  settings: settingsSchema,
  options: optionsSchema,
});
const itemSchema = z.strictObject({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  id: z.string().optional(),
  element_id: z.string().optional(),
});
type Item = z.infer<typeof itemSchema>;
const contentsSchema = z.strictObject({
  contents: z.array(itemSchema),
  settings: settingsSchema,
  options: optionsSchema,
});
type Settings = z.infer<typeof settingsSchema>;

function parse<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
  throw badField(field || 'body', 'is not accepted');
}

export function readCurrentOrder(path: string, body: unknown): Order {
  const rule = currentRules[path];
  if (!rule) throw new Rejection(1203, 'The requested resource does not exist');
  if (rule.items === null) {
    const { prompt, settings, options } = parse(textSchema, body);
    return toOrder(rule, prompt, settings, options.external_task_id, []);
  }
  const { contents, settings, options } = parse(contentsSchema, body);
  const prompt = contents.find(({ type }) => type === 'prompt')?.text ?? '';
  return toOrder(rule, prompt, settings, options.external_task_id, checkItems(rule, contents));
}

function checkItems(rule: InterfaceRule, contents: readonly Item[]): readonly Item[] {
  for (const [index, { type, url }] of contents.entries()) {
    if (!rule.items?.includes(type as ItemType)) throw badField(`contents.${index}.type`, type);
    if (type === 'prompt' || type === 'element') continue;
    if (url === undefined) throw badField(`contents.${index}.url`, 'is missing');
    if (type.endsWith('_video')) {
      if (!/^https?:/.test(url)) throw badField(`contents.${index}.url`, 'has to be an address');
      continue;
    }
    checkImage(`contents.${index}.url`, url, 50_000_000);
  }
  const count = (type: ItemType) => contents.filter((item) => item.type === type).length;
  if (rule.firstFrame === 'required' && count('first_frame') !== 1) {
    throw badField('contents.first_frame', 'is required');
  }
  if (count('last_frame') > 0 && count('first_frame') === 0) {
    throw badField('contents.last_frame', 'needs a first_frame');
  }
  const images = contents.filter(({ type }) => type.endsWith('_frame') || type === 'refer_image');
  if (images.length > rule.maxImages) throw badField('contents', 'has too many images');
  return contents;
}

function toOrder(
  rule: InterfaceRule,
  prompt: string,
  settings: Settings,
  externalId: string | undefined,
  contents: readonly Item[],
): Order {
  const { resolution = '720p', duration = 5, audio, multi_shot, aspect_ratio } = settings;
  const has = (type: ItemType) => contents.some((item) => item.type === type);
  if (prompt === '') throw badField('prompt', 'is required');
  if (prompt.length > rule.promptMax) throw badField('prompt', 'is too long');
  if (!rule.resolutions.includes(resolution)) throw badField('settings.resolution', resolution);
  const isPlain = !has('refer_image') && !has('last_frame');
  const durations = (isPlain && rule.plainDurations) || rule.durations;
  if (!durations.includes(duration)) throw badField('settings.duration', String(duration));
  if (audio !== undefined && !rule.audio.includes(audio)) throw badField('settings.audio', audio);
  const hasSound = audio !== undefined && audio !== 'off';
  if (hasSound && rule.audioOnlyAt !== undefined && resolution !== rule.audioOnlyAt) {
    throw badField('settings.audio', `needs ${rule.audioOnlyAt}`);
  }
  if (multi_shot !== undefined && !rule.multiShot) throw badField('settings.multi_shot', 'unknown');
  const hasVideo = has('feature_video') || has('base_video');
  if (hasVideo && hasSound) throw badField('settings.audio', 'has to be off with a video');
  checkAspect(rule, aspect_ratio, has('first_frame') || hasVideo);
  if (has('last_frame') && rule.twoFramesOnlyAt && resolution !== rule.twoFramesOnlyAt) {
    throw badField('settings.resolution', `two frames need ${rule.twoFramesOnlyAt}`);
  }
  return {
    model: rule.model,
    prompt,
    externalId: externalId ?? null,
    seconds: duration,
    resolution,
    aspect: aspect_ratio ?? '16:9',
    hasSound,
    units: round(unitsPerSecond(rule.model, resolution, hasSound, hasVideo) * duration),
  };
}

const aspects = ['16:9', '9:16', '1:1'];

function checkAspect(rule: InterfaceRule, aspect: string | undefined, hasFirst: boolean): void {
  const field = 'settings.aspect_ratio';
  if (aspect !== undefined && rule.aspect === 'none') throw badField(field, 'is not accepted');
  if (aspect !== undefined && !aspects.includes(aspect)) throw badField(field, aspect);
  if (aspect === undefined && rule.aspect === 'without-first-frame' && !hasFirst) {
    throw badField(field, 'is required');
  }
}

const legacySchema = z.strictObject({
  model_name: z.string().default('kling-v1'),
  prompt: z.string().max(2_500).default(''),
  mode: z.string().default('std'),
  aspect_ratio: z.enum(['16:9', '9:16', '1:1']).optional(),
  duration: z.string().default('5'),
  sound: z.enum(['on', 'off']).default('off'),
  image: z.string().optional(),
  image_tail: z.string().optional(),
  external_task_id: z.string().min(1).max(120).optional(),
  callback_url: z.string().optional(),
  watermark_info: z.object({ enabled: z.boolean() }).optional(),
});
const resolutionByMode: Readonly<Record<string, string>> = { pro: '1080p', '4k': '4k' };

export function readLegacyOrder(path: string, body: unknown): Order {
  const order = parse(legacySchema, body);
  const rule = legacyRules[order.model_name];
  if (!rule) throw new Rejection(1203, `model_name ${order.model_name} does not exist`);
  if (!rule.modes.includes(order.mode)) throw badField('mode', order.mode);
  if (!rule.durations.includes(order.duration)) throw badField('duration', order.duration);
  if (order.sound === 'on' && rule.soundMode !== order.mode) throw badField('sound', 'is off here');
  if (path.endsWith('/text2video')) {
    if (order.prompt === '') throw badField('prompt', 'is required');
    if (order.image ?? order.image_tail) throw badField('image', 'is not accepted');
  } else checkLegacyImages(order, rule.tailMode);
  const hasSound = order.sound === 'on';
  const resolution = resolutionByMode[order.mode] ?? '720p';
  const seconds = Number(order.duration);
  return {
    model: rule.model,
    prompt: order.prompt,
    externalId: order.external_task_id ?? null,
    seconds,
    resolution,
    aspect: order.aspect_ratio ?? '16:9',
    hasSound,
    units: round(unitsPerSecond(rule.model, resolution, hasSound) * seconds),
  };
}

function checkLegacyImages(order: z.infer<typeof legacySchema>, tailMode: string): void {
  if (order.image === undefined && order.image_tail === undefined) {
    throw badField('image', 'is required');
  }
  if (order.aspect_ratio !== undefined) throw badField('aspect_ratio', 'is not accepted');
  if (order.image !== undefined) checkImage('image', order.image, 10_000_000);
  if (order.image_tail !== undefined) {
    checkImage('image_tail', order.image_tail, 10_000_000);
    if (order.mode !== tailMode) throw badField('image_tail', `needs mode ${tailMode}`);
  }
}

const round = (units: number): number => Math.round(units * 1_000) / 1_000;
