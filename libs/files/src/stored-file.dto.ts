/** Where a file is kept. */
export class StoredFile {
  /** SHA-256 of its bytes, by which steps name it and it is read. */
  readonly hash!: string;
}
