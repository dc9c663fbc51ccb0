import { HttpProblem } from '../problems/http-problem.js';

/** Longer than its route takes, or than anybody may send who is not signed in. */
export function tooLarge(): HttpProblem {
  return new HttpProblem(413, 'body-too-large', {
    says: {
      zh: '请求体过大：JSON 至多 1 MiB（未登录时 4 KiB），文件至多 5 MiB',
      en: 'the body is too large: JSON up to 1 MiB (4 KiB before one has signed in), a file up to 5 MiB',
    },
  });
}

/** The sender has gone; nobody reads the answer, and what was asked is not done. */
export function brokenOff(): HttpProblem {
  return new HttpProblem(400, 'request-aborted', {
    says: { zh: '请求中断', en: 'the request broke off' },
  });
}

export function unknownEncoding(): HttpProblem {
  return new HttpProblem(415, 'unsupported-encoding', {
    says: { zh: '不支持此内容编码', en: 'this content encoding is not supported' },
  });
}

export function brokenCompression(): HttpProblem {
  return new HttpProblem(400, 'malformed-compression', {
    says: {
      zh: '请求体无法解压，与所声明的内容编码不符',
      en: 'the body cannot be decompressed as its content encoding says',
    },
  });
}

export function unknownCharset(): HttpProblem {
  return new HttpProblem(415, 'unsupported-charset', {
    says: { zh: '字符集必须是 UTF-8', en: 'the charset must be UTF-8' },
  });
}

export function notJson(): HttpProblem {
  return new HttpProblem(400, 'malformed-json', {
    says: { zh: '请求体不是有效的 JSON', en: 'the body is not valid JSON' },
  });
}

/** JSON, but a text, a number, `true`, `false` or `null`. */
export function notAnObject(): HttpProblem {
  return new HttpProblem(400, 'malformed-json', {
    says: { zh: '请求体必须是 JSON 对象', en: 'the body must be a JSON object' },
  });
}

export function notUtf8OrTooDeep(): HttpProblem {
  return new HttpProblem(400, 'malformed-json', {
    says: {
      zh: '请求体不是 UTF-8，或嵌套过深',
      en: 'the body is not UTF-8, or is nested too deeply',
    },
  });
}

/** @param most values that a body may have */
export function tooManyValues(most: number): HttpProblem {
  return new HttpProblem(400, 'too-many-values', {
    says: {
      zh: `请求体的字段和列表项过多，至多 ${most} 个`,
      en: `the body has too many fields and items: at most ${most}`,
    },
  });
}
