// Erasing everything: a plan that is counted when asked for, then the order, then the process that carries it out.
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ErasurePlan } from '#shared/contract/data.ts';
import { type AppError, toAppError } from '#shared/errors.ts';
import { call } from '../../../engine/studio.ts';

export interface Erase {
  readonly isOpen: boolean;
  readonly plan: ErasurePlan | null;
  readonly countedAt: Date | null;
  readonly error: AppError | null;
  readonly isErasing: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly carryOut: (plan: ErasurePlan, alsoCloud: boolean) => void;
}

interface Counted {
  readonly plan: ErasurePlan;
  readonly at: Date;
}

export function useErase(): Erase {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [counted, setCounted] = useState<Counted | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isErasing, setErasing] = useState(false);

  const count = async () => {
    const plan = await call('erasure.plan', {});
    setCounted({ plan, at: new Date() });
  };
  const carryOut = async ({ planId }: ErasurePlan, alsoCloud: boolean) => {
    await call('erasure.order', { planId, alsoCloud });
    client.clear();
    await call('shell.runWipe', {});
  };
  return {
    isOpen,
    plan: counted?.plan ?? null,
    countedAt: counted?.at ?? null,
    error,
    isErasing,
    open: () => {
      setOpen(true);
      setCounted(null);
      setError(null);
      count().catch((thrown: unknown) => setError(toAppError(thrown)));
    },
    close: () => setOpen(false),
    carryOut: (plan, alsoCloud) => {
      setError(null);
      setErasing(true);
      // On success the window goes away: it stays busy until then.
      carryOut(plan, alsoCloud).catch((thrown: unknown) => {
        setErasing(false);
        setError(toAppError(thrown));
      });
    },
  };
}
