/** A signal that Ctrl-C aborts, and how to give the keys back. */
export interface Interrupt {
  readonly signal: AbortSignal;
  readonly dispose: () => void;
}

/**
 * From now on the first SIGINT or SIGTERM aborts `signal`, so that an audit ends in order; a second one ends the
 * process with status 130.
 */
export function interruptSignal(): Interrupt {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    dispose: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
