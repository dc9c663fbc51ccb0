const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹'];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文辉力固之栋维启思成建国红梅志华玉兰凤鑫宇浩然子涵欣怡梓轩',
];
const ROADS = ['紫金港', '文晖', '解放', '人民', '延安', '凤起', '庆春', '学院', '古墩', '莫干山'];

/** A customer as the hotline would write down one of a million, which follows from the number. */
export interface Person {
  readonly customer: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

/** No two share a phone number; some hundreds share a given name. */
export function person(number: number): Person {
  const mixed = (number * 2_654_435_761) % 2 ** 32;
  const of = <Item>(items: readonly Item[], turn: number) =>
    items[Math.floor(mixed / turn) % items.length]!;
  const name = of(SURNAMES, 1) + of(GIVEN, 31) + of(GIVEN, 1_873);
  // Odd, so that it brings all of 10^9 numbers.
  const subscriber = (number * 387_420_489) % 1_000_000_000;
  return {
    customer: `C-${number}`,
    name,
    phone: `+8613${String(subscriber).padStart(9, '0')}`,
    address: `${of(ROADS, 7)}路 ${(mixed % 900) + 1} 号 ${(mixed % 23) + 1} 幢 ${(mixed % 1_799) + 101}`,
  };
}

/** The code on the one component of a unit. */
export function barcodeOf(unit: number): string {
  return `69${String((unit * 387_420_489) % 10_000_000_000).padStart(10, '0')}`;
}
