import { chinese, list, quoted, who } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { OpeningActsEvent, PaperAct } from '../domain/opening/opening.events.js';
import { inWords } from './measures-in-words.js';
import { approved, entered } from './opening-in-words.js';
import { signed } from './signed.js';

/** How it is told that acts were taken over from paper. */
export const openingActsAccount: {
  readonly [E in OpeningActsEvent as E['type']]: (event: E) => Bilingual;
} = {
  OpeningActsEntered: ({ data, actor }) => {
    const said = entered(data);
    const acts = list(data.acts.map(paperAct), { zh: '无', en: 'none' });
    return {
      zh: chinese`${who(actor).zh}${said.zh}：${acts.zh}；待总经理批准。`,
      en: `${who(actor).en} ${said.en}: ${acts.en}; it waits for the general manager.`,
    };
  },
  OpeningActsApproved: ({ data: { entry, corrects }, actor }) => {
    const said = approved(entry, corrects);
    return { zh: chinese`${who(actor).zh}${said.zh}。`, en: `${who(actor).en} ${said.en}.` };
  },
  ActTakenOver: ({ data }) => ({
    zh: chinese`第${data.case}案（期初录入${data.entry}，${data.decidedOn} 在纸面上决定）：${inWords([data.level]).zh}（${signed(data.points)}分），${data.article}.${data.clause}：${quoted(data.facts)}。`,
    en: `Case ${data.case} (opening entry ${data.entry}, decided on paper on ${data.decidedOn}): ${inWords([data.level]).en} (${signed(data.points)} points), ${data.article}.${data.clause}: ${quoted(data.facts)}.`,
  }),
  ActTakenBack: ({ data }) => ({
    zh: chinese`第${data.case}案不再计入，由期初录入${data.entry}更正。`,
    en: `Case ${data.case} no longer counts, as opening entry ${data.entry} corrects it.`,
  }),
};

function paperAct({ article, clause, level, happenedOn, facts }: PaperAct): Bilingual {
  const name = inWords([level]);
  return {
    zh: chinese`${`${happenedOn} ${article}.${clause}`}${name.zh}（${quoted(facts)}）`,
    en: `${happenedOn} ${article}.${clause} ${name.en} (${quoted(facts)})`,
  };
}
