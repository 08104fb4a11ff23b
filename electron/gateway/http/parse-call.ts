// Checks query and body of a request against its route, and the answer of its handler too.
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { Route } from '#shared/gateway/routes.ts';
import { Refusal } from '../refusal.ts';
import type { Answer } from './answer.ts';
import { readJson } from './request-body.ts';

function parse(schema: z.ZodType, value: unknown, fallbackField: string): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = (issue?.path.join('.') || fallbackField).slice(0, 80);
  throw new Refusal('invalid-request', issue?.message ?? 'The request is not valid.', { field });
}

export function parseQuery(route: Route, search: URLSearchParams): unknown {
  return route.query && parse(route.query, Object.fromEntries(search), 'query');
}

export async function parseBody(route: Route, request: IncomingMessage): Promise<unknown> {
  if (route.body === undefined || route.body === 'bytes') return undefined;
  return parse(route.body, await readJson(request), 'body');
}

/** An answer outside the contract is our own fault and never leaves the server. */
export function checkAnswer(name: string, route: Route, answer: Answer): unknown {
  const schema = route.responses[answer.status];
  if (schema === undefined) throw new Error(`${name} answered with status ${answer.status}`);
  if (answer.type !== 'json') return undefined;
  if (schema === 'bytes' || schema === 'empty') throw new Error(`${name} answered with JSON`);
  const parsed = schema.safeParse(answer.value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${name} answered outside the contract: ${issue?.path.join('.')}`);
}
