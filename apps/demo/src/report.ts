import { auditorOf, type Client, type Scenario } from '@app/scenario';
import { table } from '../../cli/src/output.js';

type Row = Readonly<Record<string, unknown>>;

const STATUS: Readonly<Record<string, string>> = {
  open: '处理中',
  resolved: '已解决',
  closed: '已关闭',
  cancelled: '已取消',
};
const REVIEW: Readonly<Record<string, string>> = {
  open: '待审核',
  upheld: '认定属实',
  excused: '予以谅解',
};
const CLOCKS: Readonly<Record<string, string>> = { response: '到场', restoration: '排除故障' };

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
  }

  private async board(): Promise<void> {
    const rows = await this.client.list(this.by, '/tickets?sort=newest');
    this.print('\n══ 工单看板\n');
    this.print(
      table([['工单', '状态', '客户', '故障', '技术员', '超时', '待审'], ...rows.map(line)]),
    );
  }

  private async findings(): Promise<void> {
    const rows = await this.client.list(this.by, '/findings?status=open,upheld,excused');
    this.print(`\n══ 偏差记录（${rows.length}）\n`);
    this.print(
      table([
        ['工单/序号', '条款', '规则', '当事人', '审核', '意见'],
        ...rows.map(({ id, article, code, person, status, verdict }) =>
          [id, article, code, person ?? '—', REVIEW[status as string], verdict ?? ''].map(String),
        ),
      ]),
    );
  }
}

function line({ ticket, status, name, fault, technicians, overdue, openFindings }: Row): string[] {
  return [
    ticket,
    STATUS[status as string],
    name,
    short(fault as string),
    (technicians as string[]).join(' ') || '—',
    (overdue as string[]).map((clock) => CLOCKS[clock]).join('、') || '—',
    (openFindings as number[]).length || '—',
  ].map(String);
}

function short(text: string): string {
  const letters = [...text];
  return letters.length > 18 ? `${letters.slice(0, 17).join('')}…` : text;
}
