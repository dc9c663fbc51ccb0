import { Injectable } from '@nestjs/common';
import { HttpProblem } from '@app/http';
import { NotYetVisible } from './errors.js';
import { Projections } from './projections.js';

/** How current an answer is: every query of a read model goes through here first. */
@Injectable()
export class AsOf {
  constructor(private readonly projections: Projections) {}

  /**
   * Waits until the read model has taken everything up to `minPosition` into account, and answers
   * with the position that it is at; what is read after that is at least so current.
   *
   * @throws HttpProblem 503 `not-yet-visible` when that takes longer than four seconds
   */
  async reach(projection: string, minPosition: bigint): Promise<bigint> {
    try {
      return await this.projections.waitFor(projection, minPosition);
    } catch (error) {
      if (error instanceof NotYetVisible) throw notYetVisible(error.code);
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
