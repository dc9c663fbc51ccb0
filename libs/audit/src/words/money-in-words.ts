import { fen, type Bilingual, type Yuan } from '@app/kernel';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const THOUSANDS = ['', ' thousand', ' million', ' billion'];

/** An amount in figures and, as on a receipt, in words; up to 999,999,999,999.99 yuan, not negative. */
export function money(amount: Yuan): Bilingual {
  return {
    zh: `${amount} 元（人民币${inChinese(amount)}）`,
    en: `${amount} yuan (${inEnglish(amount)})`,
  };
}

/** 128.50 → 壹佰贰拾捌元伍角; 1005.06 → 壹仟零伍元零陆分; 100000.00 → 壹拾万元整. */
export function inChinese(amount: Yuan): string {
  const { yuan, jiao, cents } = partsOf(amount);
  const whole = yuan === 0 && (jiao > 0 || cents > 0) ? '' : `${chineseInteger(yuan)}元`;
  if (jiao === 0 && cents === 0) return `${whole}整`;
  const gap = jiao === 0 && whole ? '零' : '';
  return `${whole}${gap}${jiao ? `${DIGITS[jiao]}角` : ''}${cents ? `${DIGITS[cents]}分` : ''}`;
}

/** 128.50 → one hundred and twenty-eight yuan and fifty fen. */
export function inEnglish(amount: Yuan): string {
  const { yuan, jiao, cents } = partsOf(amount);
  const rest = jiao * 10 + cents;
  const whole = `${englishInteger(yuan)} yuan`;
  if (rest === 0) return whole;
  return yuan === 0 ? `${englishInteger(rest)} fen` : `${whole} and ${englishInteger(rest)} fen`;
}

function partsOf(amount: Yuan): { yuan: number; jiao: number; cents: number } {
  const all = fen(amount);
  return { yuan: Number(all / 100n), jiao: Number((all / 10n) % 10n), cents: Number(all % 10n) };
}

/** Groups of four digits; a run of zeros is read once, and not at the end of a group. */
function chineseInteger(value: number): string {
  if (value === 0) return '零';
  let text = '';
  for (let group = Math.floor(Math.log10(value) / 4); group >= 0; group--) {
    const four = Math.floor(value / 10_000 ** group) % 10_000;
    if (four === 0) continue;
    const gap =
      text !== '' && (four < 1_000 || Math.floor(value / 10_000 ** (group + 1)) % 10 === 0);
    text += `${gap ? '零' : ''}${chineseGroup(four)}${GROUPS[group]}`;
  }
  return text;
}

function chineseGroup(four: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(four / 10 ** place) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
      gap = false;
    }
  }
  return text;
}

function englishInteger(value: number): string {
  if (value === 0) return 'zero';
  const groups: string[] = [];
  for (let group = 0, rest = value; rest > 0; group++, rest = Math.floor(rest / 1_000)) {
    const three = rest % 1_000;
    if (three > 0) groups.unshift(`${englishGroup(three)}${THOUSANDS[group]}`);
  }
  const last = value % 1_000;
  const joiner = groups.length > 1 && last > 0 && last < 100 ? ' and ' : ' ';
  return groups.length > 1
    ? `${groups.slice(0, -1).join(' ')}${joiner}${groups.at(-1)}`
    : groups[0]!;
}

function englishGroup(three: number): string {
  const hundreds = Math.floor(three / 100);
  const rest = three % 100;
  const tail =
    rest < 20
      ? ONES[rest]
      : [TENS[Math.floor(rest / 10)], ONES[rest % 10]].slice(0, rest % 10 ? 2 : 1).join('-');
  if (hundreds === 0) return tail!;
  return rest === 0 ? `${ONES[hundreds]} hundred` : `${ONES[hundreds]} hundred and ${tail}`;
}
