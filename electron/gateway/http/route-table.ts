// Turns the contract's route table into typed handlers and finds the route of a request. Pure.
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { gatewayRoutes, type Route, type RouteName } from '#shared/gateway/routes.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Answer } from './answer.ts';

type Table = typeof gatewayRoutes;
type QueryOf<K extends RouteName> = Table[K] extends { query: infer Q extends z.ZodType }
  ? z.output<Q>
  : undefined;
type BodyOf<K extends RouteName> = Table[K] extends { body: infer B }
  ? B extends z.ZodType
    ? z.output<B>
    : undefined
  : undefined;
type PathParameter<P extends string> = P extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | PathParameter<Tail>
    : Rest
  : never;

/** One request, checked against its route. */
export interface Call<K extends RouteName> {
  /** Empty for routes that need no token. */
  readonly accountId: string;
  readonly path: Readonly<Record<PathParameter<Table[K]['path']>, string>>;
  readonly query: QueryOf<K>;
  readonly body: BodyOf<K>;
  /** For raw bodies and for headers. */
  readonly request: IncomingMessage;
}

export type RouteHandlers = {
  readonly [K in RouteName]: (call: Call<K>) => Answer | Promise<Answer>;
};

export interface Match {
  readonly name: RouteName;
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly name: RouteName;
  readonly route: Route;
  readonly regex: RegExp;
}

const patterns: readonly Pattern[] = Object.entries(gatewayRoutes).map(([name, route]) => ({
  name: name as RouteName,
  route,
  regex: new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
}));

/** Refuses unknown paths, and methods that a known path does not have. HEAD counts as GET. */
export function matchRoute(method: string, pathname: string): Match {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = patterns.filter(({ regex }) => regex.test(pathname));
  const pattern = found.find(({ route }) => route.method === wanted);
  if (pattern) {
    return { name: pattern.name, route: pattern.route, path: pathOf(pattern.regex, pathname) };
  }
  if (found.length === 0) throw notFound('address');
  throw new Refusal('invalid-request', 'This address does not take that method.', {
    status: 405,
    headers: { Allow: found.map(({ route }) => route.method).join(', ') },
  });
}

function pathOf(regex: RegExp, pathname: string): Record<string, string> {
  const groups = regex.exec(pathname)?.groups ?? {};
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    throw new Refusal('invalid-request', 'The address is not well formed.');
  }
}
