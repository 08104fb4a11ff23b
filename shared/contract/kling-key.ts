// A key for the Kling open platform, on its way to the keychain.
import { z } from 'zod';
import { klingKeyPattern } from '../domain/kling-key.ts';

export const klingKeySchema = z.string().regex(klingKeyPattern);
