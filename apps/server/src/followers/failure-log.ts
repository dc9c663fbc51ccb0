import { Logger } from '@nestjs/common';
import type { Projections, RunnerSnapshot, RunnerState } from '@app/projections';

/** Of a projection that keeps failing, one line in so many milliseconds. */
const QUIET_MS = 60_000;

/** Where the lines go. */
export type FailureLogger = Pick<Logger, 'error' | 'log'>;

/**
 * Says in the server's log when a projection begins to fail, at most once a minute while it does,
 * and when it has recovered: that is, folded on. Without the event's data, which may be personal.
 *
 * @param now milliseconds; default the system's clock
 */
export function logFailures(
  projections: Pick<Projections, 'runners'>,
  logger: FailureLogger = new Logger('Projections'),
  now: () => number = Date.now,
): void {
  for (const runner of projections.runners) {
    const told = teller(logger, now);
    runner.onMove(() => told(runner.snapshot()));
  }
}

function teller(logger: FailureLogger, now: () => number): (snapshot: RunnerSnapshot) => void {
  let last: number | undefined;
  return ({ name, state, position, failure }) => {
    if (state === 'failing' && failure) {
      const { code, failures } = failure;
      if (last !== undefined && now() - last < QUIET_MS) return;
      last = now();
      logger.error({
        message: 'projection failing',
        projection: name,
        position: String(position),
        error: code ?? 'unknown',
        failures,
      });
    } else if (last !== undefined && recovered(state, failure !== undefined)) {
      last = undefined;
      logger.log({ message: 'projection recovered', projection: name, position: String(position) });
    }
  };
}

/** A runner leads again before each new try; only when a page is through is its failure gone. */
function recovered(state: RunnerState, fails: boolean): boolean {
  return state === 'leading' && !fails;
}
