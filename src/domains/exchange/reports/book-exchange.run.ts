import { centsText } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { voucherName } from '../../../ledgers/general/voucher-selection.ts'
import { auxiliaryKinds } from '../books/exchanged-books.ts'
import type { ExchangedVoucher } from '../books/exchanged-books.ts'
import { readBooks } from '../books/read-books.ts'
import { beancountLedger } from '../formats/beancount-ledger.ts'
import { gbt24589 } from '../formats/gbt-24589.ts'
import { hledgerJournal } from '../formats/hledger-journal.ts'
import { kingdeeVouchers } from '../formats/kingdee-vouchers.ts'
import { ufidaVouchers } from '../formats/ufida-vouchers.ts'
import { bookExchange } from './book-exchange.ts'

const cell = (cents: bigint): string | null => (cents === 0n ? null : centsText(cents))

const rowsOf = (voucher: ExchangedVoucher): ReportRow[] =>
  voucher.lines.map((line) => ({
    date: voucher.date,
    number: voucherName(voucher),
    summary: line.summary,
    code: line.account.code,
    account: line.account.path.map((each) => each.name).join('/'),
    auxiliary: line.auxiliaries.map((one) => `${auxiliaryKinds[one.kind]} ${one.name}`).join('，'),
    debit: cell(line.debit),
    credit: cell(line.credit),
  }))

export const bookExchangeRun = defineReportRun(
  bookExchange,
  async (parameters, work) => {
    const books = await readBooks(work, parameters)
    return {
      rows: books.vouchers.flatMap(rowsOf),
      notes: [
        `${books.from} 至 ${books.to}，共 ${books.vouchers.length} 张凭证`,
        parameters.unbooked === true ? '含未记账凭证' : '仅已记账凭证',
      ],
    }
  },
  {
    hledger: async (parameters, work) => hledgerJournal(await readBooks(work, parameters)),
    beancount: async (parameters, work) => beancountLedger(await readBooks(work, parameters)),
    ufida: async (parameters, work) => ufidaVouchers(await readBooks(work, parameters)),
    kingdee: async (parameters, work) => kingdeeVouchers(await readBooks(work, parameters)),
    gbt24589: async (parameters, work) => gbt24589(await readBooks(work, parameters)),
  },
)
