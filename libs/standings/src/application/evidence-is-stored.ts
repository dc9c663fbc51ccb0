import { Injectable } from '@nestjs/common';
import { RequestCheck } from '@app/aggregates';
import type { CommandRequest } from '@app/event-store';
import { Invalid } from '@app/kernel';
import { EvidenceFiles } from './ports.js';

/** Where a command names files. */
interface Named {
  readonly evidence?: readonly string[];
  /** A written opinion. */
  readonly opinion?: string;
  readonly paper?: { readonly file: string };
}

/** Evidence is stored before the command that names it. */
@Injectable()
export class EvidenceIsStored extends RequestCheck {
  constructor(private readonly files: EvidenceFiles) {
    super();
  }

  /** @throws Invalid `unknown-file` */
  async check({ data }: CommandRequest): Promise<void> {
    const { evidence = [], opinion, paper } = data as Named;
    const [one] = [opinion, paper?.file].filter((each) => each !== undefined);
    const hashes = [...evidence, ...(one === undefined ? [] : [one])];
    const [missing] = hashes.length > 0 ? await this.files.missing(hashes) : [];
    if (missing === undefined) return;
    throw new Invalid(
      'unknown-file',
      { zh: `没有存储此文件：${missing}`, en: `no such file is stored: ${missing}` },
      evidence.includes(missing) ? '/evidence' : missing === opinion ? '/opinion' : '/paper/file',
    );
  }
}
