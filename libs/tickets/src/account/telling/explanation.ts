import { chinese, quoted, where, who } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { ExplanationGiven } from '../../domain/ticket/ticket.events.js';
import type { Sentences } from '../sentence-context.js';

const SUBJECTS = {
  discrepancy: { zh: '向客户说明检查出的不符之处', en: 'explained the discrepancy that was found' },
  fee: { zh: '向客户说明收费', en: 'explained the fee' },
  cause: { zh: '向客户说明故障原因', en: 'explained the cause of the fault' },
  usage: { zh: '向客户说明使用方法', en: 'explained the use of the product' },
  question: { zh: '答复客户的提问', en: "answered the customer's question" },
} as const;

/** What was explained, what was advised with it, and in which words (V14–V16). */
export const explanationGiven: Sentences<'ExplanationGiven'>['ExplanationGiven'] = ({
  data,
  actor,
}) => {
  const by = who(actor);
  const subject = SUBJECTS[data.subject];
  const said = explainedAndAdvised(data);
  const plain = where(
    data.customerUnfamiliar,
    data.plainWords ? '，客户不熟悉产品，用语通俗' : '，客户不熟悉产品，用语专业',
    data.plainWords
      ? ', in plain words for a customer new to the product'
      : ', in technical words to a customer new to the product',
  );
  if (data.confidential && data.declined) {
    return {
      zh: chinese`客户问及公司保密事项，${by.zh}婉言谢绝回答：${said.zh}${plain.zh}。`,
      en: `Asked about a confidential matter, ${by.en} politely declined: ${said.en}${plain.en}.`,
    };
  }
  const secret = where(data.confidential, '（涉及公司保密事项）', ' (a confidential matter)');
  return {
    zh: chinese`${by.zh}${subject.zh}${secret.zh}：${said.zh}${plain.zh}。`,
    en: `${by.en} ${subject.en}${secret.en}: ${said.en}${plain.en}.`,
  };
};

/** What was said, and what was advised with it. */
function explainedAndAdvised({
  explanation,
  advice = '',
}: Pick<ExplanationGiven['data'], 'explanation' | 'advice'>): Bilingual {
  if (explanation === undefined) return { zh: quoted(advice), en: quoted(advice) };
  const advised = where(
    advice,
    chinese`，并建议：${quoted(advice)}`,
    `, and advised: ${quoted(advice)}`,
  );
  return {
    zh: chinese`${quoted(explanation)}${advised.zh}`,
    en: `${quoted(explanation)}${advised.en}`,
  };
}
