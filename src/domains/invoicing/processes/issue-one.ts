import { setTimeout as wait } from 'node:timers/promises'
import { decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { BureauRefused, BureauSilent, redStates } from '../platform/invoice-platform.ts'
import type { BureauRefusal, InvoicePlatform, RedConfirmation } from '../platform/invoice-platform.ts'
import { keepIssued } from '../writing/keep-issued.ts'
import { blueInvoice, loadDigital, toHandIn } from './invoice-to-hand-in.ts'
import type { DigitalRecord } from './invoice-to-hand-in.ts'
import { noteFailure, noteIssue, numberBills } from './note-issue.ts'

type InWork = <T>(step: (work: Work) => Promise<T>) => Promise<T>
type Outcome = 'issued' | 'failed' | 'confirming' | 'issuing'

/** How often and how long an outcome is waited for in one go, in milliseconds; then the next run asks. */
const looks = [50, 300, 1000, 2000] as const

/** The bureau's names of fields, as people here call them. */
const fieldNames: Readonly<Record<string, string>> = {
  gmfmc: '购买方名称',
  gmfnsrsbh: '购买方税号',
  hjje: '金额合计',
  hjse: '税额合计',
  jshj: '价税合计',
  fphm: '发票号码',
  dylzfphm: '对应蓝字发票',
  hzqrxxdbh: '红字确认单',
}

const wordsOf = (refusals: readonly BureauRefusal[]): string =>
  refusals
    .map(({ field, words }) => {
      const name = field === null ? undefined : fieldNames[field]
      return name === undefined || words.includes(name) ? words : `${name}：${words}`
    })
    .join('；')

/** The red confirmation of an invoice as it stands now: asked for by us, or found where the buyer enters it. */
const confirmation = async (
  platform: InvoicePlatform,
  { header }: DigitalRecord,
  { red }: Awaited<ReturnType<typeof toHandIn>>,
): Promise<RedConfirmation> => {
  const taxNumber = red.seller.taxNumber ?? ''
  if (header.confirmationId !== null) return platform.red(taxNumber, header.confirmationId)
  if (red.by === 'seller') return platform.askRed(red)
  const entered = await platform.redsOf(taxNumber, red.blueNumber)
  const standing = entered.find((each) => each.state === '03' || each.state === '04')
  if (standing !== undefined) return standing
  throw new BureauRefused([{ field: null, words: '购方还没有录入红字确认单；请购方录入，或改为销方录入' }])
}

/** What a red invoice has taken back of its blue one, which is 已红冲 when nothing is left. */
const takeBack = async (work: Work, record: DigitalRecord): Promise<void> => {
  const blue = record.header.blueNumber === null ? undefined : await blueInvoice(work, record.header.blueNumber)
  if (blue === undefined) return
  const [row] = await work.tx.rows<{ back: string; whole: string }>(
    `select coalesce(sum(r.total_gross), 0) as back, (select total_gross from digital_invoice where company_id = $1 and id = $3) as whole
     from digital_invoice r where r.company_id = $1 and r.blue_number = $2 and r.is_red and r.issue_state = 'issued'`,
    [work.company, record.header.blueNumber, blue.id],
  )
  if (row === undefined) return
  const isWhole = decimal(row.back).gte(row.whole)
  await noteIssue(work, blue.id, { takenBack: row.back, ...(isWhole ? { issueState: 'reversed' as const } : {}) })
}

const refusedBy = (state: RedConfirmation['state']): boolean => ['05', '06', '07', '08', '09'].includes(state)

/**
 * Brings one invoice as far as it goes now. Before each question to the bureau what is about to be asked is committed, and the
 * bureau knows what it was asked before: whatever breaks in between, the next run goes on from there, and no bill gets two
 * invoices. The number is the bureau's for this document for good.
 */
export const issueOne = async (platform: InvoicePlatform, id: string, inWork: InWork): Promise<Outcome> => {
  try {
    return await bringOn(platform, id, inWork)
  } catch (error) {
    if (error instanceof BureauRefused) {
      await inWork((work) => noteFailure(work, id, wordsOf(error.refusals)))
      return 'failed'
    }
    if (!(error instanceof BureauSilent)) throw error
    await inWork((work) =>
      noteIssue(work, id, { failure: `税务局没有应答，稍后自动再问（${error.message}）`.slice(0, 400) }),
    )
    return 'issuing'
  }
}

const load = async (work: Work, id: string) => {
  const record = await loadDigital(work, id)
  return { record, handed: await toHandIn(work, record) }
}

const confirmRed = async (
  platform: InvoicePlatform,
  { record, handed }: Awaited<ReturnType<typeof load>>,
  inWork: InWork,
): Promise<{ readonly red: RedConfirmation; readonly outcome?: Outcome }> => {
  const { id } = record.header
  const red = await confirmation(platform, record, handed)
  await inWork((work) =>
    noteIssue(work, id, {
      confirmation: red.number,
      confirmationId: red.uuid,
      confirmationState: redStates[red.state],
    }),
  )
  if (refusedBy(red.state)) {
    await inWork(async (work) => {
      // The next try asks for a new confirmation.
      await noteIssue(work, id, { confirmationId: null })
      await noteFailure(work, id, `红字确认单 ${red.number} ${redStates[red.state]}`)
    })
    return { red, outcome: 'failed' }
  }
  if (red.state === '01' || red.state === '04') return { red }
  await inWork((work) => noteIssue(work, id, { issueState: 'confirming', failure: null }))
  return { red, outcome: 'confirming' }
}

/** A blue invoice draws on the credit of the month; one beyond it is not handed in at all. */
const refuseBeyondCredit = async (
  platform: InvoicePlatform,
  { handed }: Awaited<ReturnType<typeof load>>,
): Promise<void> => {
  const { invoice } = handed
  const credit = await platform.credit(invoice.seller.taxNumber ?? '')
  if (invoice.net.lte(credit.left)) return
  throw new BureauRefused([
    {
      field: null,
      words: `授信额度不足：${credit.month} 剩余 ${credit.left.toFixed(2)}，本票金额 ${invoice.net.toFixed(2)}；请向税务局申请调整额度，或拆开开具`,
    },
  ])
}

const bringOn = async (platform: InvoicePlatform, id: string, inWork: InWork): Promise<Outcome> => {
  const begun = await inWork((work) => load(work, id))
  const { header } = begun.record
  const taxNumber = begun.handed.invoice.seller.taxNumber
  if (taxNumber === null) {
    throw new BureauRefused([{ field: null, words: '本公司没有统一社会信用代码，请在设置—公司里填写' }])
  }
  const isRed = header.isRed === true
  const asked = isRed ? await confirmRed(platform, begun, inWork) : undefined
  if (asked?.outcome !== undefined) return asked.outcome
  // An invoice that was handed in before drew its credit then.
  if (!isRed && header.receipt === null && header.issueState !== 'issuing') await refuseBeyondCredit(platform, begun)
  const number = header.invoiceNumber ?? (await platform.assignNumber(taxNumber, id))
  await inWork((work) => noteIssue(work, id, { invoiceNumber: number, issueState: 'issuing', failure: null }))
  const red =
    asked === undefined
      ? {}
      : { red: { blueNumber: header.blueNumber ?? '', confirmation: asked.red.number, uuid: asked.red.uuid } }
  const invoice = { ...begun.handed.invoice, number, ...red }
  const receipt = header.receipt ?? (await platform.handIn(invoice))
  await inWork((work) => noteIssue(work, id, { receipt }))
  for (const pause of looks) {
    const outcome = await platform.outcome(receipt)
    if (outcome.state === 'refused') throw new BureauRefused(outcome.refusals)
    if (outcome.state === 'issued') {
      await inWork(async (work) => {
        await noteIssue(work, id, { issueState: 'issued', issuedAt: outcome.at, bureau: outcome.bureau, failure: null })
        await numberBills(work, id, number)
        if (isRed) await takeBack(work, await loadDigital(work, id))
        await keepIssued(work, id, { ...invoice, issuedAt: outcome.at, bureau: outcome.bureau })
      })
      return 'issued'
    }
    await wait(pause)
  }
  return 'issuing'
}
