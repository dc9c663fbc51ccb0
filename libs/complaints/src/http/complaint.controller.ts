import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Executor } from '@app/event-store';
import {
  AnswersVersionOf,
  FromRequest,
  SlugPipe,
  versioned,
  type Sent,
  type Tagged,
} from '@app/http';
import { Can } from '@app/identity';
import { Forbidden } from '@app/kernel';
import { complaints } from '../complaint.aggregate.js';
import { unknownComplaint } from '../domain/preconditions.js';
import { isReadableTo } from '../domain/readers.js';
import { readComplaint, readerOfComplaint } from '../permissions.js';
import { ComplaintBody, complaintBody } from './complaint.body.js';

@ApiTags('complaints')
@Controller('complaints')
export class ComplaintController {
  constructor(private readonly executor: Executor) {}

  /** A complaint as it stands (R9); whoever is complained of does not read it, nor who has no part in it. */
  @Get(':complaint')
  @Can(readComplaint)
  @AnswersVersionOf(ComplaintBody)
  async readComplaint(
    @Param('complaint', SlugPipe) id: string,
    @FromRequest() { principal }: Sent,
  ): Promise<Tagged<object>> {
    const { state, version } = await this.executor.load(complaints, complaints.streams.named(id));
    if (version === 0) throw unknownComplaint();
    if (!isReadableTo(state, readerOfComplaint(principal))) throw notYours();
    return versioned(version, complaintBody(state));
  }
}

function notYours(): Forbidden {
  return new Forbidden('not-your-complaint', {
    zh: '被投诉人及无关人员不得查阅该投诉',
    en: 'a complaint is not read by whoever it is about, nor by who has no part in it',
  });
}
