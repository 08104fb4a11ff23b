// The network ledger as a file that other programs read: CSV by RFC 4180, or JSON. Pure.
import type { NetworkRequest } from '#shared/contract/data.ts';
import { csvCell } from '#shared/domain/csv-cell.ts';

export interface LedgerFormat {
  readonly head: string;
  line(request: NetworkRequest, isFirst: boolean): string;
  readonly foot: string;
}

const columns = [
  ['time', ({ at }) => at],
  ['method', ({ method }) => method],
  ['host', ({ host }) => host],
  ['path', ({ path }) => path],
  ['purpose', ({ purpose }) => purpose],
  ['data', ({ dataKinds }) => dataKinds.join('; ')],
  ['bytes_sent', ({ bytesSent }) => bytesSent],
  ['bytes_received', ({ bytesReceived }) => bytesReceived],
  ['status', ({ status }) => status ?? ''],
  ['outcome', ({ outcome }) => outcome],
  ['clip', ({ generationId }) => generationId ?? ''],
  ['duration_ms', ({ durationMs }) => durationMs],
] as const satisfies readonly (readonly [string, (request: NetworkRequest) => string | number])[];

export const ledgerFormats: Readonly<Record<'csv' | 'json', LedgerFormat>> = {
  csv: {
    head: `${columns.map(([name]) => name).join(',')}\r\n`,
    line: (request) => `${columns.map(([, read]) => csvCell(read(request))).join(',')}\r\n`,
    foot: '',
  },
  json: {
    head: '[',
    line: ({ id: _id, ...request }, isFirst) =>
      `${isFirst ? '\n' : ',\n'}${JSON.stringify(request)}`,
    foot: '\n]\n',
  },
};
