import { aggregate, internal } from '@app/aggregates';
import { chinese, inRole, length, period, plainAccount } from '@app/audit/src/words/index.js';
import { diaryDecider } from './domain/diary/diary.decider.js';
import { diaryEventTypes } from './domain/diary/diary.event-types.js';
import type { DiaryEvent } from './domain/diary/diary.events.js';
import { diaryStreams } from './domain/diary/diary.stream.js';

/** One technician's one business date: it is written along with tickets, and nobody writes to it alone. */
export const diaries = aggregate({
  streams: diaryStreams,
  decider: diaryDecider,
  events: diaryEventTypes,
  commands: internal,
  account: plainAccount<DiaryEvent>({
    VisitBooked: ({ data: { employee, ticket, visit, window }, occurredAt }) => ({
      zh: chinese`${of(employee).zh}：${period(window, occurredAt).zh}上门，工单${ticket}第${visit}次。`,
      en: `${of(employee).en}: visit ${visit} of ticket ${ticket} for ${period(window, occurredAt).en}.`,
    }),
    BookingReleased: ({ data: { employee, ticket, visit } }) => ({
      zh: chinese`${of(employee).zh}：工单${ticket}第${visit}次上门的时间已空出。`,
      en: `${of(employee).en}: the time for visit ${visit} of ticket ${ticket} is free again.`,
    }),
    StayBegan: ({ data: { employee, ticket, visit } }) => ({
      zh: chinese`${of(employee).zh}：到达工单${ticket}第${visit}次上门的现场。`,
      en: `${of(employee).en}: on site at visit ${visit} of ticket ${ticket}.`,
    }),
    StayWithdrawn: ({ data: { employee, ticket, visit } }) => ({
      zh: chinese`${of(employee).zh}：没有到工单${ticket}第${visit}次上门的现场，此前的到场记录作废。`,
      en: `${of(employee).en}: was not on site at visit ${visit} of ticket ${ticket}; what was put down of it is withdrawn.`,
    }),
    StayEnded: ({ data: { employee, ticket, visit } }) => ({
      zh: chinese`${of(employee).zh}：离开工单${ticket}第${visit}次上门的现场。`,
      en: `${of(employee).en}: gone from visit ${visit} of ticket ${ticket}.`,
    }),
    HoursLogged: ({ data: { employee, ticket, visit, span }, occurredAt }) => ({
      zh: chinese`${of(employee).zh}：工时${period(span, occurredAt).zh}，${length(span).zh}，工单${ticket}第${visit}次上门。`,
      en: `${of(employee).en}: ${length(span).en} of labour, ${period(span, occurredAt).en}, at visit ${visit} of ticket ${ticket}.`,
    }),
    HoursWithdrawn: ({ data: { employee, ticket, visit, span }, occurredAt }) => ({
      zh: chinese`${of(employee).zh}：撤回工时${period(span, occurredAt).zh}，工单${ticket}第${visit}次上门。`,
      en: `${of(employee).en}: the labour of ${period(span, occurredAt).en} at visit ${visit} of ticket ${ticket} was withdrawn.`,
    }),
  }),
});

function of(employee: string) {
  return inRole(employee, 'technician');
}
