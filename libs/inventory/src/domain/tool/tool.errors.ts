import { Forbidden, Invalid, NotPossible, noSuch } from '@app/kernel';

export const unknownTool = noSuch('tool', { zh: '这件工具', en: 'tool' });

export function toolNotOut(): NotPossible {
  const says = { zh: '该工具未被领用', en: 'the tool is not checked out' };
  return new NotPossible('tool-not-out', says);
}

/** @param receiver whom it is on its way to; undefined: it is not on its way to anybody */
export function mayNotReportLost(holder: string | undefined): Forbidden {
  const [zh, en] =
    holder === undefined ? ['', ''] : [`持有人 ${holder} 本人或`, `${holder}, or by `];
  return new Forbidden('not-the-holder', {
    zh: `工具遗失须由${zh}库房人员、主管报告`,
    en: `that it is lost is reported by ${en}the stores or a supervisor`,
  });
}

export function notTheReceiver(receiver: string | undefined): Forbidden | NotPossible {
  if (receiver === undefined) {
    const says = { zh: '该工具没有待确认的交接', en: 'the tool is not on its way to anybody' };
    return new NotPossible('tool-not-on-its-way', says);
  }
  return new Forbidden('not-the-receiver', {
    zh: `该工具须由接收人 ${receiver} 本人登录确认，或由库房人员、主管附其签字图片录入`,
    en: `the tool is on its way to ${receiver}, who says so under their own sign-in; or the stores or a supervisor enter the picture of their signature`,
  });
}

/** @param holder undefined: it is in nobody's hands */
export function notTheHolder(holder: string | undefined): Forbidden | NotPossible {
  if (holder === undefined) return toolNotOut();
  return new Forbidden('not-the-holder', {
    zh: `该工具在 ${holder} 手中，须由其本人转交`,
    en: `the tool is in the hands of ${holder}, who hands it on themself`,
  });
}

export function alreadyOffered(receiver: string): NotPossible {
  return new NotPossible('tool-already-offered', {
    zh: `该工具正待 ${receiver} 确认接收`,
    en: `the tool is being handed on to ${receiver}, who has not accepted it yet`,
  });
}

export function toOneself(): Invalid {
  const says = { zh: '不能转交给本人', en: 'a tool is not handed on to whoever has it' };
  return new Invalid('transfer-to-oneself', says, '/employee');
}

export function dueMissing(): Invalid {
  const says = { zh: '为工单领用须写明归还时间', en: 'an issue for a ticket says until when' };
  return new Invalid('due-missing', says, '/due');
}

export function dueTooEarly(): Invalid {
  const says = {
    zh: '归还时间须晚于领用时间和原定归还时间',
    en: 'the tool must be due later than it is handed out, and than it was due before',
  };
  return new Invalid('due-too-early', says, '/due');
}

export function endsBeforeItBegins(): Invalid {
  const says = {
    zh: '校准有效期须晚于校准时间',
    en: 'a calibration must be valid beyond the time at which it is made',
  };
  return new Invalid('calibration-ends-before', says, '/validUntil');
}

export function notDamaged(): NotPossible {
  return new NotPossible('tool-not-damaged', {
    zh: '该工具没有损坏记录',
    en: 'the tool is not damaged, by what was recorded',
  });
}

export function alreadyDamaged(): NotPossible {
  return new NotPossible('tool-already-damaged', {
    zh: '该工具的损坏已经登记',
    en: 'that the tool is damaged was recorded before',
  });
}

export function notLost(): NotPossible {
  const says = { zh: '该工具没有报失', en: 'the tool was not reported lost' };
  return new NotPossible('tool-not-lost', says);
}

export function movedSinceCount(tool: string): NotPossible {
  return new NotPossible('tool-moved-since', {
    zh: `工具 ${tool} 在盘点之后有变动，须重新盘点`,
    en: `tool ${tool} has moved since it was counted; it has to be counted again`,
  });
}
