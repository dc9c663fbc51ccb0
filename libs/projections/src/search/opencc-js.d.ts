/**
 * Of OpenCC's JavaScript, what is used here. Its own declarations import one another without the
 * extensions that Node's resolution asks for, and so say nothing.
 */
declare module 'opencc-js/t2cn' {
  /** What turns a text in the characters of one region into those of another. */
  export function Converter(options: {
    readonly from: 'hk' | 'tw' | 't';
    readonly to: 'cn';
  }): (text: string) => string;
}
