import { isBlank } from '@app/kernel';
import type { Diagnosis } from './field-rule.js';

export interface TextOptions {
  /** Characters (code points) at most. */
  readonly max: number;
  /** Characters at least; default 1. With 0 an empty text passes. */
  readonly min?: number;
  /** Refuse tabs and line breaks too; default false. */
  readonly singleLine?: boolean;
}

/** With the separators of lines and paragraphs, which are no control characters, and what is no character. */
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u;
const CONTROL_BUT_BREAKS = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/** Looks at a text that people wrote; see `Text`. */
export function diagnoseText({ max, min = 1, singleLine = false }: TextOptions): Diagnosis {
  const forbidden = singleLine ? CONTROL : CONTROL_BUT_BREAKS;
  const length = {
    code: 'length',
    says: {
      zh: `长度须为 ${min} 至 ${max} 个字符`,
      en: `must be ${min} to ${max} characters long`,
    },
  };
  return (value) => {
    if (typeof value !== 'string') {
      return { code: 'not-a-text', says: { zh: '必须是文本', en: 'must be a text' } };
    }
    // A character is two units at most: whatever else is wrong with it, it is not looked through.
    if (value.length > 2 * max) return length;
    if (forbidden.test(value)) {
      return {
        code: 'control-character',
        says: {
          zh: '含有不允许的控制字符',
          en: 'contains a control character, which is not allowed',
        },
      };
    }
    if (min > 0 && isBlank(value)) {
      return { code: 'blank', says: { zh: '不能为空', en: 'must not be blank' } };
    }
    const characters = lengthOf(value);
    return characters > max || characters < min ? length : undefined;
  };
}

/** In code points, so that an emoji counts once. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
