import type { Bilingual } from '@app/kernel';
import type { Fault } from './field-rule.js';

type Arguments = readonly unknown[];
type Message = (constraints: Arguments) => Fault;

const fault =
  (code: string, zh: string, en: string): Message =>
  ([limit]) => ({
    code,
    says: { zh: zh.replace('{}', show(limit)), en: en.replace('{}', show(limit)) },
  });

/** What class-validator's rules are called, and what is said when one is broken. */
const messages: Readonly<Record<string, Message>> = {
  whitelistValidation: fault('unknown-field', '不是已知字段', 'is not a known field'),
  unknownValue: fault('not-an-object', '必须是对象', 'must be an object'),
  nestedValidation: fault('not-an-object', '必须是对象', 'must be an object'),
  isObject: fault('not-an-object', '必须是对象', 'must be an object'),
  fields: fault('too-many-fields', '最多 {} 个字段', 'must have at most {} fields'),
  names: fault(
    'long-name',
    '字段名至多 {} 个字符',
    'must not have a field whose name is longer than {} characters',
  ),
  isArray: fault('not-a-list', '必须是数组', 'must be a list'),
  arrayMaxSize: fault('too-many', '最多 {} 项', 'must have at most {} items'),
  arrayMinSize: fault('too-few', '至少 {} 项', 'must have at least {} items'),
  arrayUnique: fault('repeated', '各项不得重复', 'must not repeat an item'),
  arrayNotEmpty: fault('too-few', '不能为空', 'must not be empty'),
  isBoolean: fault('not-a-boolean', '必须是 true 或 false', 'must be true or false'),
  isString: fault('not-a-text', '必须是文本', 'must be a text'),
  isInt: fault('not-a-whole-number', '必须是整数', 'must be a whole number'),
  isNumber: fault('not-a-number', '必须是数字', 'must be a number'),
  min: fault('too-small', '不得小于 {}', 'must not be less than {}'),
  max: fault('too-large', '不得大于 {}', 'must not be more than {}'),
  isPositive: fault('too-small', '必须大于零', 'must be more than zero'),
  isIn: ([values]) => oneOf(values),
  isEnum: ([, values]) => oneOf(values),
  equals: fault('not-equal', '必须是 {}', 'must be {}'),
  matches: fault('wrong-form', '格式不正确', 'is not in the right form'),
  minLength: fault('length', '至少 {} 个字符', 'must be at least {} characters long'),
  maxLength: fault('length', '最多 {} 个字符', 'must be at most {} characters long'),
  isUuid: fault('wrong-form', '必须是 UUID', 'must be a UUID'),
  isNotEmpty: fault('blank', '不能为空', 'must not be empty'),
};

/** The field was left out. */
export const REQUIRED: Fault = { code: 'required', says: { zh: '缺少此字段', en: 'is required' } };

/** What to say of a broken rule; `constraints` are its arguments. */
export function faultOf(rule: string, constraints: Arguments): Fault {
  return (messages[rule] ?? messages['matches']!)(constraints);
}

/** `says` with the name of the field in front. */
export function about(field: string, says: Bilingual): Bilingual {
  return field === '' ? says : { zh: `${field}：${says.zh}`, en: `${field} ${says.en}` };
}

function oneOf(values: unknown): Fault {
  const list = Array.isArray(values) ? values.map(show).join(', ') : show(values);
  return {
    code: 'not-one-of',
    says: { zh: `必须是其中之一：${list}`, en: `must be one of: ${list}` },
  };
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
