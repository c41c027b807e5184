import { randomUUID } from 'node:crypto'
import type { Json } from '../../../base/json.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import { leqiServices } from '../platform/leqi-values.ts'
import type { LeqiRecord } from '../platform/leqi-words.ts'
import { amountOf, creditOf, expire, textOf } from './bureau-books.ts'
import type { BureauBooks, BureauRed } from './bureau-books.ts'
import { judgeInvoice } from './judge-invoice.ts'
import type { Fault } from './judge-invoice.ts'

/** What a service needs to know beside what it is asked. */
export interface BureauDesk {
  readonly books: BureauBooks
  /** Milliseconds. */
  readonly now: number
  /** The moment in China, `2026-01-05 10:11:12`. */
  readonly moment: string
  /** How long an invoice is looked at before its outcome is told. */
  readonly pause: number
}

const done = (data: LeqiRecord): LeqiRecord => ({ returncode: '00', returnmsg: '成功', ...data })
const refused = (faults: readonly Fault[]): LeqiRecord => ({
  returncode: '99',
  returnmsg: faults.map((fault) => fault.cwxx).join('；'),
  cwList: faults.map((fault) => ({ ...fault })),
})

/** 年度 2 位、省 2 位、渠道 1 位、顺序 15 位. */
const numberOf = (desk: BureauDesk): string => {
  desk.books.serial += 1
  return `${desk.moment.slice(2, 4)}332${String(desk.books.serial).padStart(15, '0')}`
}

const assignNumber = (desk: BureauDesk, asked: LeqiRecord): LeqiRecord => {
  const { books } = desk
  const [owner, serial] = [textOf(asked, 'nsrsbh'), textOf(asked, 'ywlsh')]
  if (owner === '' || serial === '') return refused([{ zdm: 'ywlsh', cwxx: '业务流水号不能为空' }])
  const key = `${owner}/${serial}`
  const number = (books.assigned[key] ??= numberOf(desk))
  books.owners[number] = owner
  return done({ fphm: number, ywlsh: serial })
}

const credit = ({ books, moment }: BureauDesk, asked: LeqiRecord): LeqiRecord => {
  const month = moment.slice(0, 7)
  const { total, left } = creditOf(books, textOf(asked, 'nsrsbh'), month)
  return done({ sxedsq: month, sxed: total.toFixed(2), sysxed: left.toFixed(2) })
}

const enter = ({ books, moment }: BureauDesk, invoice: LeqiRecord): void => {
  const number = textOf(invoice, 'fphm')
  books.invoices[number] = { content: invoice, at: moment, takenBack: '0', isUsed: false }
  const blue = books.invoices[textOf(invoice, 'dylzfphm')]
  if (blue !== undefined) blue.takenBack = amountOf(invoice, 'hjje').plus(blue.takenBack).toFixed(2)
  const red = books.reds[textOf(invoice, 'hzqrduuid')]
  if (red !== undefined) red.usedBy = number
}

/** Handing in the same number again answers the receipt it has, unless it was refused: then it is looked at anew. */
const handIn = (desk: BureauDesk, asked: Json): LeqiRecord => {
  const [invoice] = Array.isArray(asked) ? asked.filter(isJsonObject) : []
  if (invoice === undefined) return refused([{ zdm: 'fphm', cwxx: '没有发票' }])
  const { books, now, moment } = desk
  const number = textOf(invoice, 'fphm')
  const receipt = `SL${number}`
  if (books.invoices[number] === undefined) {
    const refusals = judgeInvoice(books, invoice, now, moment.slice(0, 7))
    if (refusals.length === 0) enter(desk, invoice)
    books.receipts[receipt] = { number, handedInAt: now, refusals }
  }
  return done({ sllsh: receipt })
}

const outcome = ({ books, now, pause }: BureauDesk, asked: LeqiRecord): LeqiRecord => {
  const receipt = books.receipts[textOf(asked, 'sllsh')]
  if (receipt === undefined) return refused([{ zdm: 'sllsh', cwxx: '没有这个受理流水号' }])
  if (now - receipt.handedInAt < pause) return done({ clzt: '00' })
  const { refusals, number } = receipt
  if (refusals.length > 0) return done({ clzt: '02', cwList: refusals.map((fault) => ({ ...fault })) })
  const at = books.invoices[number]?.at ?? ''
  return done({ clzt: '01', fphm: number, kprq: at, swjgmc: '国家税务总局宁波市税务局' })
}

const redAnswer = (red: BureauRed): LeqiRecord =>
  done({ uuid: red.uuid, hzfpxxqrdbh: red.number, hzqrxxztDm: red.state, hzfphm: red.usedBy ?? '' })

/** Asked for the same invoice and sum again while it stands, the confirmation that is there is answered. */
const askRed = ({ books, now, moment }: BureauDesk, asked: LeqiRecord): LeqiRecord => {
  const blueNumber = textOf(asked, 'lzfphm')
  const blue = books.invoices[blueNumber]
  if (blue === undefined) return refused([{ zdm: 'lzfphm', cwxx: '查无对应的蓝字发票' }])
  const rest = amountOf(blue.content, 'hjje').plus(blue.takenBack)
  const net = amountOf(asked, 'hzcxje')
  const standing = Object.values(books.reds).find(
    (each) =>
      textOf(each.content, 'lzfphm') === blueNumber &&
      textOf(each.content, 'hzcxje') === textOf(asked, 'hzcxje') &&
      each.usedBy === null &&
      ['01', '02', '03', '04'].includes(expire(each, now).state),
  )
  if (standing !== undefined) return redAnswer(standing)
  if (!net.isNegative()) return refused([{ zdm: 'hzcxje', cwxx: '红字冲销金额应小于零' }])
  if (net.abs().gt(rest)) return refused([{ zdm: 'hzcxje', cwxx: `冲红金额超过蓝票剩余 ${rest.toFixed(2)}` }])
  const uuid = randomUUID().replaceAll('-', '')
  const isBySeller = textOf(asked, 'lrfsf') === '0'
  const red: BureauRed = {
    uuid,
    number: `${moment.slice(2, 4)}33${String(Object.keys(books.reds).length + 1).padStart(16, '0')}`,
    content: asked,
    askedAt: now,
    state: isBySeller ? (blue.isUsed ? '02' : '01') : '03',
    usedBy: null,
  }
  books.reds[uuid] = red
  return redAnswer(red)
}

const findRed = ({ books, now }: BureauDesk, asked: LeqiRecord): BureauRed | undefined => {
  const red = books.reds[textOf(asked, 'uuid')]
  return red === undefined ? undefined : expire(red, now)
}

const redsOf = ({ books, now }: BureauDesk, asked: LeqiRecord): LeqiRecord =>
  done({
    list: Object.values(books.reds)
      .filter(
        ({ content, usedBy }) =>
          usedBy === null &&
          textOf(content, 'lzfphm') === textOf(asked, 'lzfphm') &&
          textOf(content, 'xsfnsrsbh') === textOf(asked, 'xsfnsrsbh'),
      )
      .map((red) => ({ uuid: red.uuid, hzfpxxqrdbh: red.number, hzqrxxztDm: expire(red, now).state })),
  })

const noRed = () => refused([{ zdm: 'uuid', cwxx: '没有这张红字确认单' }])

const answerRed = (desk: BureauDesk, asked: LeqiRecord): LeqiRecord => {
  const red = findRed(desk, asked)
  if (red === undefined) return noRed()
  const answer = textOf(asked, 'qrlx')
  if (red.usedBy !== null) return refused([{ zdm: 'qrlx', cwxx: '红票已开具，不能再改' }])
  if (answer === 'C' && ['01', '02', '03', '04'].includes(red.state)) red.state = red.state === '04' ? '09' : '08'
  else if (red.state === '02' || red.state === '03')
    red.state = answer === 'Y' ? '04' : red.state === '02' ? '05' : '06'
  else return refused([{ zdm: 'qrlx', cwxx: '红字确认单已不在待确认状态' }])
  return redAnswer(red)
}

const verify = ({ books }: BureauDesk, asked: LeqiRecord): LeqiRecord => {
  const found = books.invoices[textOf(asked, 'fphm')]
  if (found === undefined) return done({ cyjg: '003' })
  const { content, at, takenBack } = found
  const isSame =
    amountOf(content, 'jshj').eq(amountOf(asked, 'jshj')) &&
    at.startsWith(textOf(asked, 'kprq')) &&
    textOf(content, 'xsfnsrsbh') === textOf(asked, 'xsfnsrsbh') &&
    textOf(content, 'gmfnsrsbh') === textOf(asked, 'gmfnsrsbh')
  if (!isSame) return done({ cyjg: '002' })
  return done({ cyjg: amountOf(content, 'hjje').plus(takenBack).isZero() ? '004' : '001' })
}

/** Answers a service of the bureau; undefined where there is none of that code. */
export const serve = (desk: BureauDesk, service: string, asked: Json): LeqiRecord | undefined => {
  const record = isJsonObject(asked) ? asked : {}
  switch (service) {
    case leqiServices.assignNumbers.value:
      return assignNumber(desk, record)
    case leqiServices.credit.value:
      return credit(desk, record)
    case leqiServices.handIn.value:
      return handIn(desk, asked)
    case leqiServices.outcome.value:
      return outcome(desk, record)
    case leqiServices.askRed.value:
      return askRed(desk, record)
    case leqiServices.redsOf.value:
      return redsOf(desk, record)
    case leqiServices.red.value: {
      const red = findRed(desk, record)
      return red === undefined ? noRed() : redAnswer(red)
    }
    case leqiServices.answerRed.value:
      return answerRed(desk, record)
    case leqiServices.verify.value:
      return verify(desk, record)
    default:
      return undefined
  }
}
