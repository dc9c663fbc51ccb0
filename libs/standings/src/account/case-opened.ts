import { chinese, inRole, quoted, where, who } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { CaseOpened } from '../domain/standing.events.js';

/** How the opening of a case is told: under what, by whom, and what it follows from. */
export function opened({ data, actor }: CaseOpened): Bilingual {
  const { says } = data.judgedBy.clause;
  const named = `${data.article}.${data.clause}`;
  const subject = inRole(data.employee);
  const [from, facts] = [follows(data), factsOf(data)];
  const replaces = where(
    data.replaces,
    chinese`，更正第${data.replaces}案`,
    `, which corrects case ${data.replaces}`,
  );
  const by = where(
    data.reporter,
    chinese`，报告人${data.reporter}`,
    `, reported by ${data.reporter}`,
  );
  return {
    zh: chinese`${who(actor).zh}就${subject.zh}立第${data.case}案（${named}，${says.zh}，版本${data.judgedBy.edition}）${by.zh}${from.zh}${replaces.zh}：${quoted(facts.zh)}。`,
    en: `${who(actor).en} opened case ${data.case} about ${subject.en} (${named}, ${says.en}, edition ${data.judgedBy.edition})${by.en}${from.en}${replaces.en}: ${quoted(facts.en)}.`,
  };
}

/** The facts in each language: what follows by itself says them in both, what people report in their own. */
export function factsOf({
  facts,
  evaluated,
  because,
}: Pick<CaseOpened['data'], 'facts' | 'evaluated' | 'because'>): Bilingual {
  const [zh, en, ...more] = evaluated || because ? facts.split(' / ') : [];
  return zh !== undefined && en !== undefined && more.length === 0
    ? { zh, en }
    : { zh: facts, en: facts };
}

/** The cases that brought it about: the employee's own of the year (D8), or a subordinate's (D18). */
function follows({ because = [], causedBy }: CaseOpened['data']): Bilingual {
  const numbers = because.join('、');
  const cases = `${because.length === 1 ? 'case' : 'cases'} ${because.join(', ')}`;
  if (!causedBy)
    return where(
      because.length > 0,
      chinese`，由第${numbers}案引起`,
      `, brought about by ${cases}`,
    );
  const { employee, year } = causedBy;
  const whose = inRole(employee);
  return {
    zh: chinese`，由${whose.zh}的${year}年度第${numbers}案引起`,
    en: `, brought about by ${cases} of ${whose.en} in ${year}`,
  };
}
