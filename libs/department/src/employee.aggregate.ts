import { aggregate, changes, creates, edits, internal } from '@app/aggregates';
import { chinese, inRole, plainAccount, quoted, where, who } from '@app/audit/src/words/index.js';
import { managers } from '@app/identity';
import type { Actor, Bilingual } from '@app/kernel';
import { actsInWords, DEPARTMENTS } from './acts-in-words.js';
import { lineAbove } from './application/line-above.js';
import { employeeDecider, unknownEmployee } from './domain/employee.decider.js';
import { employeeStreams, type Employee } from './domain/employee.state.js';
import {
  employeeEventTypes,
  type EmployeeEvent,
  type EmployeeFile,
} from './domain/employee.events.js';
import {
  ChangeEmployeeDto,
  EmployeeBody,
  RecordEmployeeLeftDto,
  RegisterEmployeeDto,
} from './http/employee.dto.js';
import { readEmployee } from './permissions.js';

export const employees = aggregate({
  streams: employeeStreams,
  decider: employeeDecider,
  events: employeeEventTypes,
  path: 'employees',
  id: 'employee',
  commands: {
    RegisterEmployee: creates(RegisterEmployeeDto, [...managers, 'operator']),
    RecordEmployeeLeft: changes(RecordEmployeeLeftDto, [...managers, 'operator']),
    ChangeEmployee: edits(ChangeEmployeeDto, [...managers, 'operator']),
    DismissEmployee: internal,
    TransferEmployee: internal,
    RemoveFromPost: internal,
    PassSubordinate: internal,
    UndoActOnEmployee: internal,
  },
  known: { registerEmployee: lineAbove, changeEmployee: lineAbove },
  shows: {
    as: EmployeeBody,
    summary: "An employee's file.",
    to: readEmployee,
    unknown: unknownEmployee,
    body: withoutActs,
  },
  account: plainAccount<EmployeeEvent>(
    {
      EmployeeRegistered: (event) => filed(event, '登记', 'registered'),
      EmployeeChanged: (event) => filed(event, '更改档案：', 'changed the file of'),
      EmployeeLeft: ({ data, actor }) => {
        const why = where(
          data.reason,
          chinese`：${quoted(data.reason)}`,
          `: ${quoted(data.reason)}`,
        );
        const gone = inRole(data.employee);
        return {
          zh: chinese`${who(actor).zh}登记${gone.zh}离职${why.zh}。`,
          en: `${who(actor).en} recorded that ${gone.en} left${why.en}.`,
        };
      },
      ...actsInWords,
    },
    ['employee', 'reportsTo', 'successor', 'from', 'to'],
  ),
});

/** Which acts have changed the file stands in the employee's own standing, which not everybody reads. */
function withoutActs(employee: Employee): object {
  if (employee.status === 'none') return employee;
  const { acts: _, ...file } = employee;
  return file;
}

function filed(
  { actor, data }: { readonly actor: Actor; readonly data: EmployeeFile },
  zh: string,
  en: string,
): Bilingual {
  const { name, department, supervisor, reportsTo } = data;
  const { zh: inZh, en: inEn } = DEPARTMENTS[department];
  const leads = where(supervisor, '，主管', ', a supervisor');
  const to = where(reportsTo, chinese`，直属主管${reportsTo}`, `, reporting to ${reportsTo}`);
  return {
    zh: chinese`${who(actor).zh}${zh}员工${name}，${inZh}${leads.zh}${to.zh}。`,
    en: `${who(actor).en} ${en} employee ${name}, ${inEn}${leads.en}${to.en}.`,
  };
}
