/** Who reads. */
export interface Reader {
  readonly id: string;
  readonly roles: readonly string[];
}

/** Whose rows of a list somebody is shown. */
export abstract class Readership {
  /** The employees whose rows they may read; undefined: everybody's. */
  abstract readableTo(reader: Reader): Promise<readonly string[] | undefined>;
}
