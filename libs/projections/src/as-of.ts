import { Injectable } from '@nestjs/common';
import { HttpProblem } from '@app/http';
import { NotYetVisible, PositionAhead } from './errors.js';
import type { SearchWords } from '@app/privacy';
import { Projections } from './projections.js';
import type { Sealing } from './sealing.js';

/** How current an answer is: every query of a read model goes through here first. */
@Injectable()
export class AsOf {
  constructor(private readonly projections: Projections) {}

  private get sealing(): Sealing {
    return this.projections.sealing;
  }

  /** How words are looked for in what read models index. */
  get words(): SearchWords {
    return this.sealing.words;
  }

  /**
   * Reads rows of a read model once it has taken everything up to `minPosition` into account, and
   * answers with a position that they show, also where the database crashed just before. What is sealed
   * in them is opened: whoever may ask may read it.
   *
   * @param read the rows alone; what is missing among them is judged by the caller
   * @throws HttpProblem 503 `not-yet-visible` when that takes longer than four seconds; 400 `position-ahead`
   *   of a position that the log has given to nobody
   */
  async read<Rows>(
    projection: string,
    minPosition: bigint,
    read: () => Promise<Rows>,
  ): Promise<{ readonly position: bigint; readonly rows: Rows }> {
    try {
      const { position, rows } = await this.projections.read(projection, minPosition, read);
      return { position, rows: await this.sealing.opened(rows) };
    } catch (error) {
      if (error instanceof NotYetVisible) throw notYetVisible(error.code);
      if (error instanceof PositionAhead) throw positionAhead(error);
      throw error;
    }
  }
}

function notYetVisible(code: string): HttpProblem {
  return new HttpProblem(503, code, {
    says: {
      zh: '已保存，但查询尚未更新到所要求的位置，请稍后重试',
      en: 'what was written stands, but this view has not reached that position yet; try again',
    },
    headers: { 'Retry-After': '1' },
  });
}

function positionAhead({ code, head }: PositionAhead): HttpProblem {
  const says = {
    zh: `日志目前到 ${head} 为止，没有给出过这个位置`,
    en: `the log ends at ${head}, and has given this position to nobody`,
  };
  const errors = [{ pointer: '/minPosition', in: 'query' as const, code, says }];
  return new HttpProblem(400, code, { says, errors });
}
