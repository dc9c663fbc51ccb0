import { Injectable } from '@nestjs/common';
import { RequestCheck } from '@app/aggregates';
import type { CommandRequest } from '@app/event-store';
import { Invalid } from '@app/kernel';
import { EvidenceFiles } from './ports.js';

/** Evidence is stored before the command that names it. */
@Injectable()
export class EvidenceIsStored extends RequestCheck {
  constructor(private readonly files: EvidenceFiles) {
    super();
  }

  /** @throws Invalid `unknown-file` */
  async check({ data }: CommandRequest): Promise<void> {
    const { evidence = [] } = data as { readonly evidence?: readonly string[] };
    const [missing] = evidence.length > 0 ? await this.files.missing(evidence) : [];
    if (missing === undefined) return;
    throw new Invalid(
      'unknown-file',
      { zh: `没有存储此文件：${missing}`, en: `no such file is stored: ${missing}` },
      '/evidence',
    );
  }
}
