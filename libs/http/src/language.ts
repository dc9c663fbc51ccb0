import type { Language } from '@app/kernel';

/** The language a caller asks for with `Accept-Language`; Chinese when it names neither of the two. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return 'zh';
  const wishes = header
    .split(',')
    .map((wish) => {
      const [range = '', quality = 'q=1'] = wish
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return { language: range.slice(0, 2), weight: Number(quality.replace('q=', '')) || 0 };
    })
    .filter(({ language, weight }) => weight > 0 && (language === 'zh' || language === 'en'))
    .sort((a, b) => b.weight - a.weight);
  return wishes[0]?.language === 'en' ? 'en' : 'zh';
}
