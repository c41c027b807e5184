import { chineseAmount } from '../../../base/chinese-amount.ts'
import type { IssuedInvoice } from './issued-invoice.ts'

type Child = readonly [name: string, content: string | readonly Child[]]

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // Control characters have no place in XML at all.
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

const element = ([name, content]: Child): string =>
  `<${name}>${typeof content === 'string' ? escaped(content) : content.map(element).join('')}</${name}>`

const label = (name: string, code: string, words: string): Child => [
  name,
  [
    ['LabelCode', code],
    ['LabelName', words],
  ],
]

const side = (name: 'Seller' | 'Buyer', party: IssuedInvoice['seller']): Child => [
  `${name}Information`,
  [
    [`${name}IdNum`, party.taxNumber ?? ''],
    [`${name}Name`, party.name],
    [`${name}Addr`, party.address ?? ''],
    [`${name}TelNum`, party.phone ?? ''],
    [`${name}BankName`, party.bank ?? ''],
    [`${name}BankAccNum`, ''],
  ],
]

const lineOf = (line: IssuedInvoice['lines'][number]): Child => [
  'IssuItemInformation',
  [
    ['ItemName', `*${line.shortName}*${line.name}`],
    ['SpecMod', line.spec ?? ''],
    ['MeaUnits', line.unit ?? ''],
    ['Quantity', line.quantity?.toString() ?? ''],
    ['UnPrice', line.price?.toString() ?? ''],
    ['Amount', line.net.toFixed(2)],
    ['TaxRate', line.taxRate.div(100).toString()],
    ['ComTaxAm', line.tax.toFixed(2)],
    ['TotaltaxIncludedAmount', line.net.plus(line.tax).toFixed(2)],
    ['TaxClassificationCode', line.taxCode],
  ],
]

/** Words that a red invoice carries: which blue one it takes back, by which confirmation. */
export const redRemark = ({ red, remark }: IssuedInvoice): string =>
  red === undefined
    ? (remark ?? '')
    : [`被红冲蓝字数电发票号码：${red.blueNumber} 红字发票信息确认单编号：${red.confirmation}`, remark ?? '']
        .filter((words) => words !== '')
        .join(' ')

/**
 * 数电票 as XML: the structure that the tax administration delivers (`EInvoice`: Header, EInvoiceData, SellerAuthentication,
 * TaxSupervisionInfo), element names as in delivered files and in the 元素清单 of 电子凭证会计数据标准—全面数字化的电子发票. The
 * bureau's signature is not part of it: only the bureau has the key.
 */
export const einvoiceXml = (invoice: IssuedInvoice): string => {
  const isRed = invoice.red !== undefined
  const root: Child = [
    'EInvoice',
    [
      [
        'Header',
        [
          ['EIid', invoice.number],
          ['EInvoiceTag', 'SWEI3200'],
          ['Version', '0.35'],
          [
            'InherentLabel',
            [
              label('InIssuType', isRed ? 'N' : 'Y', '是否蓝字发票标志'),
              label('EInvoiceType', '01', '电子发票'),
              label(
                'GeneralOrSpecialVAT',
                invoice.kind === 'special' ? '01' : '02',
                invoice.kind === 'special' ? '增值税专用发票' : '普通发票',
              ),
            ],
          ],
        ],
      ],
      [
        'EInvoiceData',
        [
          side('Seller', invoice.seller),
          side('Buyer', invoice.buyer),
          [
            'BasicInformation',
            [
              ['TotalAmWithoutTax', invoice.net.toFixed(2)],
              ['TotalTaxAm', invoice.tax.toFixed(2)],
              ['TotalTax-includedAmount', invoice.gross.toFixed(2)],
              ['TotalTax-includedAmountInChinese', chineseAmount(invoice.gross)],
              ['Drawer', invoice.drawer],
              ['RequestTime', invoice.at],
            ],
          ],
          ...invoice.lines.map(lineOf),
          ['SpecificInformation', ''],
          ['AdditionalInformation', [['Remark', redRemark(invoice)]]],
        ],
      ],
      ['SellerAuthentication', [['AuthenticationMethods', '']]],
      [
        'TaxSupervisionInfo',
        [
          ['InvoiceNumber', invoice.number],
          ['IssueTime', invoice.issuedAt],
          ['TaxBureauCode', ''],
          ['TaxBureauName', invoice.bureau],
        ],
      ],
    ],
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root)}\n`
}
