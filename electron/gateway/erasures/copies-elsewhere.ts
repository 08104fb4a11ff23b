// What this gateway cannot erase, said in the receipt: copies that a provider made for itself. Pure.
import { z } from 'zod';
import type { ErasureReceipt } from '#shared/gateway/erasure.ts';
import type { ServiceDescription } from '#shared/gateway/service.ts';
import type { BackedUp } from './backups.ts';

export function placeOf({ name, region }: ServiceDescription): string {
  return name.toLowerCase().includes(region.name.toLowerCase()) ? name : `${name}, ${region.name}`;
}

/** Days that Kling keeps its own copy of a result; it offers no way to delete it. */
const klingDays = 30;
const dayMs = 86_400_000;
const jobSchema = z.object({ backend: z.literal('kling'), updated_at: z.iso.datetime() });

export function copiesAtProviders(gone: readonly BackedUp[]): ErasureReceipt['retained'] {
  const endsMs = gone.flatMap(({ content }) => {
    const job = jobSchema.safeParse(content);
    return job.success ? [Date.parse(job.data.updated_at) + klingDays * dayMs] : [];
  });
  if (endsMs.length === 0) return [];
  return [
    {
      what: 'Kling’s own copies',
      why: 'The provider keeps its copy of a result for 30 days and offers no way to delete it.',
      until: new Date(Math.max(...endsMs)).toISOString(),
    },
  ];
}
