// Lets the engine start before what answers its calls is loaded: the first call has it loaded, and all wait in their order.
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
    void load().then(begin);
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
  return () => {
    isStopped = true;
    stopListening();
    stopServing();
  };
}
