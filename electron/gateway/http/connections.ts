// Ends the connections of a server. A server calls itself closed before its last connections have said so, and what is
// written down at the end of an answer would then come after the log is closed.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface Connections {
  /** Takes no more; resolves when each has ended and everybody who waited for that has been told. */
  close(): Promise<void>;
}

export function followConnections(server: Server): Connections {
  const ends = new Map<Socket, Promise<void>>();
  server.on('connection', (socket) => {
    const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    ends.set(
      socket,
      ended.then(() => void ends.delete(socket)),
    );
  });
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await Promise.all(ends.values());
    },
  };
}
