import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { fieldRule, type EachOption, type Fault } from './field-rule.js';

/** Where a number is of that says no country. */
const HOME = 'CN';

/** Characters that are looked at: of a number, its signs and its extension. */
const LONGEST = 60;

/** An extension as people write it, at the end: 转 801, 分机 801, ext. 801. */
const EXTENSION = /(?:转|轉|分机|分機|内线|內線|ext[.=]?|x|#)\s*(\d{1,7})$/iu;

/** The same behind nothing but a hyphen, as 0571-85392299-801: only where the whole is no number. */
const BARE_EXTENSION = /-(\d{1,6})$/;

/** How a number is announced in a link. */
const SCHEME = /^\s*tel:/i;

const NOT_A_PHONE: Fault = {
  code: 'not-a-phone',
  says: {
    zh: '必须是一个电话号码，例如 "138 0001 0002" 或 "0571-8539 2210 转 801"',
    en: 'must be one phone number, such as "138 0001 0002" or "0571-8539 2210 ext. 801"',
  },
};

const WITHOUT_AREA_CODE: Fault = {
  code: 'phone-without-area-code',
  says: {
    zh: '固定电话须带区号，例如 "0571-8539 2210"',
    en: 'a fixed line needs its area code, such as "0571-8539 2210"',
  },
};

/**
 * A phone number, however it is written; arrives in E.164 (`+8657185392210`), its extension behind it as
 * RFC 3966 writes it (`;ext=801`). Without a country's code it is one of China's.
 */
export function Phone(options: EachOption = {}): PropertyDecorator {
  const arrives = (value: unknown) => (typeof value === 'string' ? (e164(value) ?? value) : value);
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map(arrives) : arrives(value),
    ),
    fieldRule('phone', diagnosePhone, { maxLength: LONGEST, example: '+8657185392210' }, options),
  );
}

/** The number in E.164, and its extension; undefined for what is none, or cannot be called from elsewhere. */
export function e164(typed: string): string | undefined {
  return diagnosePhone(typed) === undefined ? partsOf(typed)?.text : undefined;
}

function diagnosePhone(value: unknown): Fault | undefined {
  if (typeof value !== 'string' || value.length > LONGEST) return NOT_A_PHONE;
  const parts = partsOf(value);
  if (!parts) return NOT_A_PHONE;
  return parts.isLocal ? WITHOUT_AREA_CODE : undefined;
}

interface Parts {
  readonly text: string;
  /** It lacks the area code, by which alone it is called from elsewhere. */
  readonly isLocal: boolean;
}

function partsOf(typed: string): Parts | undefined {
  const text = typed.normalize('NFKC').replace(SCHEME, '').trim();
  const [whole, extension] = split(text, EXTENSION);
  return numbered(whole, extension) ?? bareExtension(whole, extension);
}

function bareExtension(text: string, extension: string | undefined): Parts | undefined {
  const [number, bare] = split(text, BARE_EXTENSION);
  return extension === undefined && bare !== undefined ? numbered(number, bare) : undefined;
}

function split(text: string, by: RegExp): [string, string | undefined] {
  const found = by.exec(text);
  if (!found) return [text, undefined];
  return [text.slice(0, found.index).trim().replace(/[,;]$/, ''), found[1]];
}

function numbered(text: string, extension: string | undefined): Parts | undefined {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: HOME, extract: false });
  if (!parsed?.isPossible() || parsed.ext !== undefined) return undefined;
  const { countryCallingCode, nationalNumber, number } = parsed;
  if (countryCallingCode === '86' && isNoMobile(nationalNumber)) return undefined;
  return {
    text: extension === undefined ? number : `${number};ext=${extension}`,
    isLocal: countryCallingCode === '86' && /^\d{7,8}$/.test(nationalNumber),
  };
}

/** A mobile number of China's has eleven digits: with one more or fewer a digit was mistyped. */
function isNoMobile(national: string): boolean {
  return /^1[3-9]/.test(national) && national.length !== 11;
}
