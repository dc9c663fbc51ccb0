import type { Bilingual, Language } from '@app/kernel';
import { auditorOf, type Client, type Scenario } from '@app/scenario';
import { table } from '../../cli/src/output.js';

type Row = Readonly<Record<string, unknown>>;

type Words = Readonly<Record<string, Bilingual>>;

const STATUS: Words = {
  open: { zh: '处理中', en: 'open' },
  resolved: { zh: '已解决', en: 'resolved' },
  closed: { zh: '已关闭', en: 'closed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};
const REVIEW: Words = {
  open: { zh: '待审核', en: 'open' },
  upheld: { zh: '认定属实', en: 'upheld' },
  excused: { zh: '予以谅解', en: 'excused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};
const CLOCKS: Words = {
  response: { zh: '到场', en: 'response' },
  restoration: { zh: '排除故障', en: 'restoration' },
};
const BOARD = {
  title: { zh: '工单看板', en: 'The board' },
  columns: {
    zh: ['工单', '状态', '客户', '故障', '技术员', '超时', '待审'],
    en: ['ticket', 'status', 'customer', 'fault', 'technicians', 'overdue', 'to review'],
  },
};
const FINDINGS = {
  title: { zh: '偏差记录', en: 'Findings' },
  columns: {
    zh: ['对象/序号', '条款', '规则', '当事人', '审核', '意见'],
    en: ['where/number', 'article', 'rule', 'person', 'review', 'reason'],
  },
};

/** Writes what came of the days: each ticket's plain account, the board, the findings. */
export class Report {
  private readonly by: string;

  constructor(
    private readonly client: Client,
    private readonly scenario: Scenario,
    private readonly print: (text: string) => void,
  ) {
    this.by = auditorOf(scenario);
  }

  async all(): Promise<void> {
    await this.accounts();
    await this.board();
    await this.findings();
  }

  private async accounts(): Promise<void> {
    for (const { ticket, story } of this.scenario.tickets) {
      this.print(`\n══ ${ticket}  ${story}\n`);
      this.print((await this.client.text(this.by, `/tickets/${ticket}/account`)).trimEnd());
    }
    for (const stream of this.scenario.accounts ?? []) {
      this.print(`\n══ ${stream}\n`);
      this.print((await this.client.text(this.by, `/streams/${stream}/account`)).trimEnd());
    }
  }

  private async board(): Promise<void> {
    const rows = await this.client.list(this.by, '/tickets?sort=newest');
    const { language } = this.client;
    this.print(`\n══ ${BOARD.title[language]}\n`);
    this.print(table([BOARD.columns[language], ...rows.map((row) => line(row, language))]));
  }

  private async findings(): Promise<void> {
    const rows = await this.client.list(this.by, '/findings?status=open,upheld,excused,withdrawn');
    const { language } = this.client;
    this.print(`\n══ ${FINDINGS.title[language]}: ${rows.length}\n`);
    this.print(
      table([
        FINDINGS.columns[language],
        ...rows.map(({ id, article, code, person, status, verdict }) =>
          [
            id,
            article,
            code,
            person ?? '—',
            REVIEW[status as string]?.[language],
            verdict ?? '',
          ].map(String),
        ),
      ]),
    );
  }
}

function line(row: Row, language: Language): string[] {
  const { ticket, status, name, fault, technicians, overdue, openFindings } = row;
  return [
    ticket,
    STATUS[status as string]?.[language],
    name,
    short(fault as string),
    (technicians as string[]).join(' ') || '—',
    (overdue as string[])
      .map((clock) => CLOCKS[clock]?.[language])
      .join(language === 'zh' ? '、' : ', ') || '—',
    (openFindings as number[]).length || '—',
  ].map(String);
}

function short(text: string): string {
  const letters = [...text];
  return letters.length > 18 ? `${letters.slice(0, 17).join('')}…` : text;
}
