/** Who leads whom, as the department knows it. */
export abstract class Subordinates {
  /** Everybody below somebody, directly or over others. */
  abstract of(leader: string): Promise<readonly string[]>;
}

/** Files that evidence names, which are kept outside the events. */
export abstract class EvidenceFiles {
  /** Those of the SHA-256 hashes under which nothing is stored. */
  abstract missing(hashes: readonly string[]): Promise<readonly string[]>;
}
