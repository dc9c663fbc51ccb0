import { Injectable } from '@nestjs/common';
import { RequestCheck } from '@app/aggregates';
import type { CommandRequest } from '@app/event-store';
import { Invalid } from '@app/kernel';
import { SignatureFiles } from './ports.js';

/** What a receiver has signed is stored before the command that names it (R12). */
@Injectable()
export class StoredSignature extends RequestCheck {
  constructor(private readonly files: SignatureFiles) {
    super();
  }

  /** @throws Invalid `unknown-file` */
  async check({ data }: CommandRequest): Promise<void> {
    const { signature } = data as { readonly signature?: string };
    if (signature === undefined || (await this.files.missing([signature])).length === 0) return;
    const says = {
      zh: `没有存储此文件：${signature}`,
      en: `no such file is stored: ${signature}`,
    };
    throw new Invalid('unknown-file', says, '/signature');
  }
}
