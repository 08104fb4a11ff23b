// Prints the OpenAPI document of the gateway's contract.
import { openApiDocument } from '#shared/gateway/openapi.ts';

process.stdout.write(`${JSON.stringify(openApiDocument(), null, 2)}\n`);
