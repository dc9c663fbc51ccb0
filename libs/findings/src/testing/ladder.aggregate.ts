import { aggregate, creates } from '@app/aggregates';
import { chinese, inRole, plainAccount } from '@app/audit/src/words/index.js';
import { findingSentences } from '@app/findings/src/account/index.js';
import { appeals, reviews } from '@app/findings/src/http/reviews.js';
import { CommandDto, Slug } from '@app/http';
import { onSite } from '@app/identity';
import { IsBoolean } from 'class-validator';
import { found, ladderDecider, ladderEvents, ladderStreams, type LadderEvent } from './ladder.js';

class UseLadderDto extends CommandDto {
  @Slug()
  ladder!: string;

  @Slug()
  employee!: string;

  @IsBoolean()
  secured!: boolean;
}

/** What a stranger to tickets declares to have its findings reviewed and told. */
export const ladders = aggregate({
  streams: ladderStreams,
  decider: ladderDecider,
  events: ladderEvents,
  path: 'ladders',
  id: 'ladder',
  commands: {
    UseLadder: creates(UseLadderDto, onSite),
    ReviewFinding: reviews,
    ReopenVerdict: appeals,
  },
  account: plainAccount<LadderEvent>({
    LadderUsed: ({ data }) => ({
      zh: chinese`${inRole(data.employee).zh}使用了梯子。`,
      en: `${inRole(data.employee).en} used the ladder.`,
    }),
    ...findingSentences(found),
  }),
});
