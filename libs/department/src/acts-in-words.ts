import { chinese, inRole } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { ActCause, EmployeeEvent, KindOfAct } from './domain/employee.events.js';

export const DEPARTMENTS = {
  sales: { zh: '零配件营业部', en: 'sales' },
  repair: { zh: '维修部', en: 'repair' },
  office: { zh: '办公室', en: 'office' },
} as const;

const KINDS: Readonly<Record<KindOfAct, Bilingual>> = {
  dismissal: { zh: '解雇', en: 'dismissal' },
  transfer: { zh: '调离', en: 'transfer' },
  removal: { zh: '解职', en: 'removal from post' },
  passing: { zh: '主管更换', en: 'change of supervisor' },
};

type Of<Type extends EmployeeEvent['type']> = Extract<EmployeeEvent, { type: Type }>;

/** What acts of rewards and discipline have done to an employee's file, and what was undone. */
export const actsInWords = {
  EmployeeDismissed: ({ data }: Of<'EmployeeDismissed'>): Bilingual => ({
    zh: chinese`${inRole(data.employee).zh}被解雇（${actOf(data.because).zh}）；申诉期内仍可查看本人案件、提出申诉。`,
    en: `${inRole(data.employee).en} was dismissed (${actOf(data.because).en}), and may see their own case and appeal until the term is over.`,
  }),
  EmployeeTransferred: ({ data }: Of<'EmployeeTransferred'>): Bilingual => ({
    zh: chinese`${inRole(data.employee).zh}由${DEPARTMENTS[data.before].zh}调往${DEPARTMENTS[data.department].zh}（${actOf(data.because).zh}）。`,
    en: `${inRole(data.employee).en} was transferred from ${DEPARTMENTS[data.before].en} to ${DEPARTMENTS[data.department].en} (${actOf(data.because).en}).`,
  }),
  EmployeeRemovedFromPost: ({ data }: Of<'EmployeeRemovedFromPost'>): Bilingual => ({
    zh: chinese`${inRole(data.employee).zh}被解职，由${inRole(data.successor).zh}接任（${actOf(data.because).zh}）。`,
    en: `${inRole(data.employee).en} was removed from post, and ${inRole(data.successor).en} succeeds them (${actOf(data.because).en}).`,
  }),
  SubordinatePassed: ({ data }: Of<'SubordinatePassed'>): Bilingual => ({
    zh: chinese`${inRole(data.employee).zh}的直属主管由${inRole(data.from).zh}改为${inRole(data.to).zh}（${actOf(data.because).zh}）。`,
    en: `${inRole(data.employee).en} reports to ${inRole(data.to).en} in place of ${inRole(data.from).en} (${actOf(data.because).en}).`,
  }),
  ActOnEmployeeUndone: ({ data }: Of<'ActOnEmployeeUndone'>): Bilingual => ({
    zh: chinese`${actOf(data.because).zh}的处理已撤销，${inRole(data.employee).zh}的${KINDS[data.kind].zh}随之撤销。`,
    en: `As the act of ${actOf(data.because).en} was revoked, the ${KINDS[data.kind].en} of ${inRole(data.employee).en} is undone.`,
  }),
};

function actOf({ employee, year, case: number }: ActCause): Bilingual {
  const of = inRole(employee);
  return {
    zh: chinese`${of.zh}${year}年度第${number}案`,
    en: `case ${number} of ${year} of ${of.en}`,
  };
}
