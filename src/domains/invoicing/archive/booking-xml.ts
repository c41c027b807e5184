import type { OwnParty } from '../own-party.ts'
import type { ArchivedFile } from './archived-invoices.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

type Fact = readonly [name: string, value: string]

const amounts = new Set(['TotalAmWithoutTax', 'TotalTaxAm', 'TotalTax-includedAmount', 'DebitAmount', 'CreditAmount'])

const yesNo = (value: boolean): string => (value ? 'Y' : 'N')

const factsOf = (invoice: ArchivedFile, own: OwnParty): Fact[] => {
  const isReceived = invoice.direction === 'received'
  const [voucher] = invoice.vouchers
  return [
    ['InvoiceNumber', invoice.number],
    ['SellerName', isReceived ? invoice.otherSide : own.name],
    ['SellerIdNum', (isReceived ? invoice.otherTaxNumber : own.taxNumber) ?? ''],
    ['TotalAmWithoutTax', invoice.net],
    ['TotalTaxAm', invoice.tax],
    ['TotalTax-includedAmount', invoice.gross],
    ['RequestTime', invoice.issuedOn],
    ['WhetherEinvoiceIsRedEinvoice', yesNo(invoice.isRed)],
    ['WhetherEinvoiceHasBeenChecked', yesNo(invoice.isVerified)],
    ['WhetherEinvoiceHasBeenBooked', yesNo(voucher !== undefined)],
    ['WhetherEinvoiceHasBeenPaid', yesNo(invoice.isPaid)],
    ['UnifiedSocialCreditCodeOfAccountingEntity', own.taxNumber ?? ''],
    ['NameOfAccountingEntity', own.name],
  ]
}

const fact = ([name, value]: Fact): string => {
  const unit = amounts.has(name) ? ' unitRef="CNY" decimals="2"' : ''
  return `<einv:${name} contextRef="now"${unit}>${escaped(value)}</einv:${name}>`
}

const bookingsOf = (invoice: ArchivedFile): string =>
  invoice.vouchers
    .map((voucher) => {
      const lines = voucher.lines
        .map(
          (line) =>
            [
              ['SummaryOfAccountingDocuments', line.summary],
              ['AccountingSubjectCode', line.account],
              ['AccountingSubjectName', line.name],
              ['DebitAmount', line.debit],
              ['CreditAmount', line.credit],
            ] as const,
        )
        .map((facts) => `<einv:AccountingEntry>${facts.map(fact).join('')}</einv:AccountingEntry>`)
        .join('')
      const head = [
        ['AccountingPeriod', voucher.period],
        ['PostingDate', voucher.date],
        ['NumberOfAccountingDocuments', voucher.number],
      ] as const
      return `<einv:InformationOfAccountingDocuments>${head.map(fact).join('')}${lines}</einv:InformationOfAccountingDocuments>`
    })
    .join('')

/**
 * 入账信息 of an invoice as an XBRL instance: what the receiver adds to the e-voucher when it is booked. Names of the invoice's and
 * the company's facts are those of the 元素清单 (电子凭证会计数据标准—全面数字化的电子发票, GB/T 44554); those of the voucher's lines and the
 * namespace stand until the taxonomy's entry is at hand.
 */
export const bookingXml = (invoice: ArchivedFile, own: OwnParty): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:einv="urn:einv">
<context id="now"><entity><identifier scheme="urn:uscc">${escaped(own.taxNumber ?? '')}</identifier></entity><period><instant>${invoice.issuedOn}</instant></period></context>
<unit id="CNY"><measure>iso4217:CNY</measure></unit>
${factsOf(invoice, own).map(fact).join('\n')}
${bookingsOf(invoice)}
</xbrl>
`
