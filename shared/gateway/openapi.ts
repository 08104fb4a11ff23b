// The OpenAPI 3.1 document, generated from the route table; nothing in it is written by hand.
import { z } from 'zod';
import { gatewayFailureSchema } from './failure.ts';
import { gatewayRoutes, type Route } from './routes.ts';
import { gatewayApiVersion } from './service.ts';

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType | 'bytes'): Json {
  if (schema === 'bytes') {
    return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  }
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'output' });
  return { 'application/json': { schema: json } };
}

function parametersOf(route: Route): Json[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inHeader = (route.requestHeaders ?? []).map((name) => ({
    name,
    in: 'header',
    required: name === 'Idempotency-Key' || name === 'Upload-Offset',
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(route.query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema as z.ZodType).safeParse(undefined).success,
    schema: { type: 'string' },
  }));
  return [...inPath, ...inHeader, ...inQuery];
}

function operationOf(name: string, route: Route): Json {
  const responses: Json = {
    default: { description: 'Refused', content: schemaOf(gatewayFailureSchema) },
  };
  for (const [status, schema] of Object.entries(route.responses)) {
    responses[status] =
      schema === 'empty'
        ? { description: 'No body' }
        : { description: route.summary, content: schemaOf(schema) };
  }
  return {
    operationId: name,
    summary: route.summary,
    parameters: parametersOf(route),
    ...(route.body ? { requestBody: { required: true, content: schemaOf(route.body) } } : {}),
    responses,
    security: route.scope === 'public' || route.scope === 'signed-url' ? [] : [{ bearer: [] }],
  };
}

export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries<Route>(gatewayRoutes)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kling 5 Studio gateway', version: gatewayApiVersion },
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
}
