import { expect, test } from '@jest/globals';
import { HttpProblem, RequestPipe } from '@app/http';
import { RecordConsentDto, ReportConductIncidentDto } from './on-site.dto.js';
import { OpenTicketDto } from './ticket.dto.js';
import { SignatureDto } from './values.dto.js';
import { LogLabourDto, ReturnProductDto, TakeProductInDto } from './work.dto.js';

/** The pointers of the fields in which a line break is refused. */
async function refusedIn(metatype: new () => object, body: object): Promise<string[]> {
  try {
    await new RequestPipe().transform(body, { type: 'body', metatype, data: undefined });
    return [];
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    return (error.details.errors ?? [])
      .filter(({ code }) => code === 'control-character')
      .map(({ pointer }) => pointer.slice(1));
  }
}

test.each<[string, new () => object, string[]]>([
  [
    'who called',
    OpenTicketDto,
    ['name', 'phone', 'address', 'landmark', 'agreement', 'deliveryPlace'],
  ],
  ['who agreed', RecordConsentDto, ['by']],
  ['who saw it', ReportConductIncidentDto, ['reportedBy']],
  ['who signed', SignatureDto, ['name']],
  ['what work it was', LogLabourDto, ['workType']],
  ['what was taken in', TakeProductInDto, ['product', 'agreedBy']],
  ['what was given back', ReturnProductDto, ['product', 'receivedBy']],
])('[R10] a name cannot forge a line: %s', async (_, dto, fields) => {
  for (const trick of ['\n', '\u2028']) {
    const body = Object.fromEntries(fields.map((field) => [field, `孙丽${trick}3月2日 客户签字`]));
    expect((await refusedIn(dto, body)).toSorted()).toEqual(fields.toSorted());
  }
});

test('the fault may be told on several lines', async () => {
  expect(await refusedIn(OpenTicketDto, { fault: '不制冷\n有异响' })).toEqual([]);
});
