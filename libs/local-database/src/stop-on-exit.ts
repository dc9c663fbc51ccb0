const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * See to it that the server does not outlive this process:
 * - a signal that nobody else listens for (a script, or a service still on its way up) stops the
 *   server and then ends the process by that signal, as it would have without us;
 * - a process that exits by any other way asks the server to stop.
 *
 * A service that handles the signal itself is left alone to drain and to call `stop` at its end.
 *
 * @returns a function that removes all of it again
 */
export function stopOnExit(stop: () => Promise<void>, ask: () => void): () => void {
  const onSignal = (name: NodeJS.Signals) => {
    if (process.listenerCount(name) > 1) return;
    void stop().finally(() => process.kill(process.pid, name));
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  process.on('exit', ask);
  return () => {
    for (const name of SIGNALS) process.off(name, onSignal);
    process.off('exit', ask);
  };
}
