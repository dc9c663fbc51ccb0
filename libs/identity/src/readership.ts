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

/** Which streams somebody may read; what is listed of a stream is shown to nobody else. */
export abstract class StreamReadership {
  abstract among(streams: readonly string[], reader: Reader): Promise<ReadonlySet<string>>;
}
