// Thread entry: reads the database through that it is given and says what is damaged, or `null`.
import { parentPort, workerData } from 'node:worker_threads';
import { findDamageNow } from './inspect-database.ts';

parentPort?.postMessage(findDamageNow(String(workerData)));
