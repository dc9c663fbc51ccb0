/** Province and city may stand before it; 小区, 园区 and their like are where people live or work, not districts. */
const DISTRICT =
  /^(?:\p{Script=Han}{1,8}?(?:省|自治区))?(?:\p{Script=Han}{1,8}?市)?(\p{Script=Han}{1,7}?(?:(?<![小社园校厂院景库苑])区|县|旗))/u;

/** The district with which an address begins, such as `西湖区`; undefined where it names none. */
export function districtOf(address: string): string | undefined {
  return DISTRICT.exec(address)?.[1];
}
