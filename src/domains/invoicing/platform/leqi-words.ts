import type { Json } from '../../../base/json.ts'
import type { InvoiceToIssue, PlatformLine, PlatformParty, RedRequest } from './invoice-platform.ts'
import { leqiKinds } from './leqi-values.ts'

export type LeqiRecord = { readonly [key: string]: Json }

const orEmpty = (text: string | null | undefined): string => text ?? ''

const kindCode = (kind: InvoiceToIssue['kind']): string => leqiKinds.value[kind]

/** Percent as a fraction with two places: 0.13, 0.015. */
const rateText = (line: PlatformLine): string => line.taxRate.div(100).toString()

const sideWords = (side: 'xsf' | 'gmf', party: PlatformParty): LeqiRecord => ({
  [`${side}nsrsbh`]: orEmpty(party.taxNumber),
  [`${side}mc`]: party.name,
  [`${side}dz`]: orEmpty(party.address),
  [`${side}dh`]: orEmpty(party.phone),
  [`${side}khh`]: orEmpty(party.bank),
})

const lineWords = (line: PlatformLine, index: number): LeqiRecord => ({
  mxxh: index + 1,
  dylzfpmxxh: line.blueLine === undefined ? '' : line.blueLine,
  xmmc: line.name,
  hwhyslwfwmc: `*${line.shortName}*${line.name}`,
  spfwjc: line.shortName,
  ggxh: orEmpty(line.spec),
  dw: orEmpty(line.unit),
  sl: line.quantity?.toString() ?? '',
  dj: line.price?.toString() ?? '',
  je: line.net.toFixed(2),
  slv: rateText(line),
  se: line.tax.toFixed(2),
  hsje: line.net.plus(line.tax).toFixed(2),
  kce: '',
  sphfwssflhbbm: line.taxCode,
  fphxz: '00',
  yhzcbs: '',
})

/** 数电票上传 QDFPSC: an invoice in the bureau's words. */
export const invoiceWords = (invoice: InvoiceToIssue, platformNumber: string): LeqiRecord => ({
  fphm: invoice.number,
  lzfpbz: invoice.red === undefined ? '0' : '1',
  ptbh: platformNumber,
  fppz: kindCode(invoice.kind),
  gmfzrrbz: invoice.isPerson ? 'Y' : 'N',
  ...sideWords('xsf', invoice.seller),
  ...sideWords('gmf', invoice.buyer),
  hjje: invoice.net.toFixed(2),
  hjse: invoice.tax.toFixed(2),
  jshj: invoice.gross.toFixed(2),
  kpr: invoice.drawer,
  kprq: invoice.at,
  bz: orEmpty(invoice.remark),
  dylzfphm: invoice.red?.blueNumber ?? '',
  hzqrxxdbh: invoice.red?.confirmation ?? '',
  hzqrduuid: invoice.red?.uuid ?? '',
  fpmxList: invoice.lines.map(lineWords),
})

/** 红字确认单申请 QDHZQRDSQ. */
export const redWords = (request: RedRequest): LeqiRecord => ({
  lrfsf: request.by === 'seller' ? '0' : '1',
  xsfnsrsbh: orEmpty(request.seller.taxNumber),
  xsfmc: request.seller.name,
  gmfnsrsbh: orEmpty(request.buyer.taxNumber),
  gmfmc: request.buyer.name,
  lzfpdm: '',
  lzfphm: request.blueNumber,
  sfzzfpbz: 'N',
  lzkprq: request.blueAt,
  lzhjje: request.blueNet.toFixed(2),
  lzhjse: request.blueTax.toFixed(2),
  lzfppzDm: kindCode(request.kind),
  hzcxje: request.net.toFixed(2),
  hzcxse: request.tax.toFixed(2),
  chyyDm: request.reason,
  hzqrdmxList: request.lines.map((line, index) => ({
    lzmxxh: line.blueLine ?? index + 1,
    xh: index + 1,
    sphfwssflhbbm: line.taxCode,
    hwhyslwfwmc: `*${line.shortName}*${line.name}`,
    spfwjc: line.shortName,
    xmmc: line.name,
    ggxh: orEmpty(line.spec),
    dw: orEmpty(line.unit),
    fpspsl: line.quantity?.toString() ?? '',
    fpspdj: line.price?.toString() ?? '',
    je: line.net.toFixed(2),
    sl1: rateText(line),
    se: line.tax.toFixed(2),
  })),
})
