/** Something that a sound log does not have. */
export interface Problem {
  readonly position: bigint;
  readonly stream: string;
  readonly version: number;
  readonly code:
    | 'position-gap'
    | 'version-gap'
    | 'repeated-id'
    | 'recorded-backwards'
    | 'log-damaged'
    | 'unknown-type'
    | 'newer-schema'
    | 'does-not-fold'
    | 'stream-differs'
    | 'metadata'
    | 'no-data'
    | 'foreign-id';
  readonly detail: string;
}
