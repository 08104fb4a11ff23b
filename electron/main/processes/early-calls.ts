// Lets the engine start before what answers its calls is loaded: they wait, in their order.
import type { Message, Port } from '#shared/rpc/messages.ts';

/** Starts answering on a port; returns a function that stops. */
export type Serve = (port: Port) => () => void;

export function serveWhenLoaded(port: Port, loaded: Promise<Serve>): () => void {
  const early: Message[] = [];
  let receive = (message: Message): void => void early.push(message);
  let stopServing = (): void => undefined;
  let isStopped = false;
  const stopListening = port.listen((message) => receive(message));
  void loaded.then((serve) => {
    if (isStopped) return;
    stopServing = serve({
      send: (message) => port.send(message),
      listen: (listener) => {
        receive = listener;
        for (const message of early.splice(0)) listener(message);
        return stopListening;
      },
    });
  });
  return () => {
    isStopped = true;
    stopListening();
    stopServing();
  };
}
