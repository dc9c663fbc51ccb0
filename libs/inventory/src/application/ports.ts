/* What tools and materials ask of what stands outside every context; bound in the application that is being put together. */

/** Pictures of signatures, which are kept outside the events. */
export abstract class SignatureFiles {
  /** Those of the SHA-256 hashes under which nothing is stored. */
  abstract missing(hashes: readonly string[]): Promise<readonly string[]>;
}
