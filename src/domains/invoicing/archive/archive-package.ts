import JSZip from 'jszip'
import type { Work } from '../../../kernel/posting/work.ts'
import { ownParty } from '../own-party.ts'
import { archivedFiles, integrityOf } from './archived-invoices.ts'
import type { ArchivedFile } from './archived-invoices.ts'
import { bookingXml } from './booking-xml.ts'

const quoted = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""').replace(/^[=+\-@]/, "'$&")}"`).join(',')

/** A table that Excel opens as Chinese. */
const csv = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\uFEFF${[head, ...rows].map(quoted).join('\r\n')}\r\n`

const safe = (text: string): string => text.replace(/[^\w\u4e00-\u9fff.-]/g, '_')

const directions = { received: '收到', issued: '开出' } as const
const verdicts = { whole: '完整', changed: '已改动', missing: '缺失' } as const

const folderOf = (file: ArchivedFile): string =>
  `${directions[file.direction]}/${file.issuedOn.slice(0, 7)}/${safe(file.key)}`

/**
 * The archive of some months as one file: every original as it came, 入账信息 beside it, a list of all of them with their hashes,
 * and the vouchers. A picture never stands without its data: what is in the list is in the package.
 */
export const archivePackage = async (work: Work, from: string, through: string): Promise<Uint8Array> => {
  const [files, own] = await Promise.all([archivedFiles(work, from, through), ownParty(work)])
  const zip = new JSZip()
  const list: string[][] = []
  for (const file of files) {
    const verdict = await integrityOf(work, file.sha256)
    const path = `${folderOf(file)}/${safe(file.name)}`
    if (verdict !== 'missing') zip.file(path, await work.files.read(file.sha256))
    zip.file(`${folderOf(file)}/入账信息.xml`, bookingXml(file, own))
    list.push([
      file.number,
      directions[file.direction],
      file.issuedOn,
      file.otherSide,
      file.gross,
      file.document,
      file.vouchers.map((voucher) => voucher.number).join(' '),
      path,
      file.sha256,
      verdicts[verdict],
    ])
  }
  zip.file(
    '目录.csv',
    csv(['发票号码', '收/开', '开票日期', '对方', '价税合计', '单据', '记账凭证', '原件', 'SHA-256', '完整性'], list),
  )
  const vouchers = new Map(files.flatMap((file) => file.vouchers.map((voucher) => [voucher.id, voucher] as const)))
  zip.file(
    '凭证.csv',
    csv(
      ['凭证号', '日期', '摘要', '科目', '科目名称', '借方', '贷方'],
      [...vouchers.values()].flatMap((voucher) =>
        voucher.lines.map((line) => [
          voucher.number,
          voucher.date,
          line.summary,
          line.account,
          line.name,
          line.debit,
          line.credit,
        ]),
      ),
    ),
  )
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
