/** Bytes that a secret which signs tokens must have at least: as many as HMAC-SHA-256 makes. */
export const TOKEN_SECRET_BYTES = 32;

/** Binary logarithm of the N of scrypt: 128 MiB and a third of a second of a core for each password. */
export const PASSWORD_COST = 17;

/** What identity needs to know of the installation. */
export abstract class IdentitySettings {
  /** Where the first operator's password is left when none was given. */
  abstract readonly dataDir: string;
  /** Password of the user `operator`, which is made when there is no user at all; default: a random one. */
  abstract readonly operatorPassword?: string;
  /** Secret that signs tokens, at least 32 bytes; default: one that is made at the first start and kept in the database. */
  abstract readonly tokenSecret?: Uint8Array;
  /** What hashing a password costs, as `PASSWORD_COST`, which is the default; less is for tests only. */
  abstract readonly passwordCost?: number;
}
