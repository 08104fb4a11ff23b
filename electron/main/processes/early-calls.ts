// Lets the engine start before what answers its calls is loaded: the first call has it loaded, and all wait in their order.
import { toAppError } from '#shared/errors.ts';
import type { Message, Port } from '#shared/rpc/messages.ts';

/** Starts answering on a port; returns a function that stops. */
export type Serve = (port: Port) => () => void;

export function serveWhenLoaded(port: Port, load: () => Promise<Serve>): () => void {
  const early: Message[] = [];
  let isLoading = false;
  let receive = (message: Message): void => {
    early.push(message);
    if (isLoading || message.type !== 'call') return;
    isLoading = true;
    void load().then(begin, refuse);
  };
  let stopServing = (): void => undefined;
  let isStopped = false;
  const stopListening = port.listen((message) => receive(message));
  function begin(serve: Serve): void {
    if (isStopped) return;
    stopServing = serve({
      send: (message) => port.send(message),
      listen: (listener) => {
        receive = listener;
        for (const message of early.splice(0)) listener(message);
        return stopListening;
      },
    });
  }
  /** Who asked is told at once, not by its own deadline; the next call has it loaded again. */
  function refuse(thrown: unknown): void {
    isLoading = false;
    if (isStopped) return;
    const error = toAppError(thrown).toWire();
    for (const message of early.splice(0)) {
      if (message.type === 'call') port.send({ type: 'reply', id: message.id, ok: false, error });
    }
  }
  return () => {
    isStopped = true;
    stopListening();
    stopServing();
  };
}
