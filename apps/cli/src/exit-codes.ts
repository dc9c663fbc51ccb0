/** What the process ends with, so that scripts can tell one outcome from another. */
export const EXIT = {
  ok: 0,
  /** It could not be done. */
  error: 1,
  /** It was asked for wrongly. */
  usage: 2,
  /** The log is not sound. */
  unsound: 3,
  /** Migrations are pending, or the log's append-only trigger is not in force. */
  pending: 4,
  /** The log is sound, but a read model is not as it says: it is to be rebuilt. */
  differs: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
