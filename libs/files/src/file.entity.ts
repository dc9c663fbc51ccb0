import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An image of a signature or a photo. Events name it by its hash; its bytes stay outside of them. */
@Entity({ schema: 'files', name: 'file' })
export class FileEntity {
  /** SHA-256 of the bytes, in lower-case hexadecimal digits. */
  @PrimaryColumn({ type: 'text' })
  hash!: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType!: string;

  /** As they are stored. */
  @Column({ type: 'bytea' })
  bytes!: Buffer;

  /** Whether they are sealed, under a key of the file's own; what was stored before files were is not. */
  @Column({ type: 'boolean' })
  sealed!: boolean;

  @Column({ name: 'stored_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  storedAt!: Date;

  /** Who stored it first. */
  @Column({ name: 'stored_by', type: 'text' })
  storedBy!: string;
}
