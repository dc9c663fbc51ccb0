import { Injectable } from '@nestjs/common';
import { RequestCheck } from '@app/aggregates';
import type { CommandRequest } from '@app/event-store';
import { Invalid } from '@app/kernel';
import { Files } from './ports.js';

/** Signatures and photos are stored before the command that names them. */
@Injectable()
export class NamedFiles extends RequestCheck {
  constructor(private readonly files: Files) {
    super();
  }

  /** @throws Invalid `unknown-file` */
  async check({ data }: CommandRequest): Promise<void> {
    const { signature, photos } = data as { signature?: { image: string }; photos?: string[] };
    const named = [...(signature ? [signature.image] : []), ...(photos ?? [])];
    const missing = named.length > 0 ? await this.files.missing(named) : [];
    if (missing.length === 0) return;
    const pointer = signature && missing.includes(signature.image) ? '/signature/image' : '/photos';
    throw new Invalid(
      'unknown-file',
      { zh: `没有存储此文件：${missing[0]}`, en: `no such file is stored: ${missing[0]}` },
      pointer,
    );
  }
}
