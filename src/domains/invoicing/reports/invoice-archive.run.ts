import { isPeriod } from '../../../base/period.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { archivePackage } from '../archive/archive-package.ts'
import { archivedFiles, integrityOf } from '../archive/archived-invoices.ts'
import { invoiceArchive } from './invoice-archive.ts'

interface Asked {
  readonly from?: string | null
  readonly through?: string | null
}

const monthOf = (text: string, field: string): string => {
  if (isPeriod(text)) return text
  throw invalid('期间应写作 2026-01', 'A month is written 2026-01', [
    fieldProblem(field, '应写作 2026-01', 'must be a month like 2026-01'),
  ])
}

const monthsOf = (work: Work, { from, through }: Asked): readonly [string, string] => {
  const today = work.clock.today(settingsOf(work.settings).zone).slice(0, 7)
  const first = monthOf(from || today, 'from')
  return [first, monthOf(through || first, 'through')]
}

const words = { whole: '完整', changed: '已改动', missing: '缺失' } as const

export const runInvoiceArchive = defineReportRun(
  invoiceArchive,
  async (parameters, work) => {
    const [from, through] = monthsOf(work, parameters)
    const files = await archivedFiles(work, from, through)
    const rows = []
    let broken = 0
    for (const file of files) {
      const verdict = await integrityOf(work, file.sha256)
      if (verdict !== 'whole') broken += 1
      rows.push({
        invoiceNumber: file.number,
        direction: file.direction === 'received' ? '收到' : '开出',
        issuedOn: file.issuedOn,
        otherSide: file.otherSide,
        gross: file.isRed && !file.gross.startsWith('-') ? `-${file.gross}` : file.gross,
        document: file.document,
        documentType: file.type,
        documentId: file.record,
        voucher: file.vouchers.map((voucher) => voucher.number).join(' '),
        file: file.name,
        verdict: words[verdict],
        sha256: file.sha256,
        keptAt: file.keptAt,
      })
    }
    const whole = `${files.length} 个原件，${broken === 0 ? '全部完整' : `${broken} 个已改动或缺失，请从备份恢复`}`
    return { rows, notes: [`${from} 至 ${through}`, whole] }
  },
  {
    archive: async (parameters, work) => {
      const [from, through] = monthsOf(work, parameters)
      return archivePackage(work, from, through)
    },
  },
)
