import { streamsOf, type LocalDate } from '@app/kernel';
import type { Diary } from './diary.state.js';

/** Of one technician's one business date. */
export const diaryStreams = streamsOf<Diary, { employee: string; date: LocalDate }>(
  'diary',
  ['employee', 'date'],
  '-',
);
