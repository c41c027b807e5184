import { decimal } from '../../../base/decimal.ts'
import type { Json } from '../../../base/json.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import { BureauRefused, BureauSilent, redStates } from './invoice-platform.ts'
import type { BureauRefusal, InvoicePlatform, IssueOutcome, RedConfirmation, Verdict } from './invoice-platform.ts'
import { leqiAnswers, leqiDone, leqiOutcomes, leqiServices, leqiVerdicts } from './leqi-values.ts'
import type { LeqiValue } from './leqi-values.ts'
import { invoiceWords, redWords } from './leqi-words.ts'
import type { LeqiRecord } from './leqi-words.ts'
import { decryptSm4, encryptSm4 } from './sm4.ts'

/** How 乐企 is reached: the numbers that the tax administration gives out when it lets a company in. */
export interface LeqiAccess {
  /** `https://…/access/v2/invoke`. */
  readonly url: string
  /** 接入单位平台编号 and 使用单位平台编号. */
  readonly platform: string
  readonly user: string
  /** 能力编码 and 用例编码. */
  readonly ability: string
  readonly useCase: string
  /** 32 hexadecimal digits. */
  readonly key: string
  readonly isSandbox: boolean
}

const patience = 15_000

const textIn = (data: LeqiRecord, name: string): string => {
  const value = data[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const refusalsIn = (data: LeqiRecord): BureauRefusal[] => {
  const listed = Array.isArray(data['cwList']) ? data['cwList'].filter(isJsonObject) : []
  const refusals = listed.map((each) => ({ field: textIn(each, 'zdm') || null, words: textIn(each, 'cwxx') }))
  return refusals.length > 0 ? refusals : [{ field: null, words: textIn(data, 'returnmsg') || '税务局未说明原因' }]
}

const answered = async (access: LeqiAccess, service: string, content: Json): Promise<Response> => {
  try {
    return await fetch(`${access.url}/${access.ability}/${service}`, {
      method: 'POST',
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        fwbm: service,
        jrdwptbh: access.platform,
        sydwptbh: access.user,
        nlbm: access.ability,
        ylbm: access.useCase,
        sxcsbz: access.isSandbox ? '1' : '0',
      },
      body: encryptSm4(JSON.stringify(content), access.key),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    })
  } catch (error) {
    throw new BureauSilent(error instanceof Error ? error.message : String(error))
  }
}

const isRecord = (value: unknown): value is LeqiRecord => isJsonObject(value as Json | undefined)

/** Opens the envelope: `{httpStatusCode, body: {Response: {Data}}}`, the data encrypted. */
const opened = (text: string, key: string): LeqiRecord => {
  try {
    const envelope: unknown = JSON.parse(text)
    const body: unknown = isRecord(envelope) ? JSON.parse(textIn(envelope, 'body')) : undefined
    const response = isRecord(body) ? body['Response'] : undefined
    const sealed = isRecord(response) ? textIn(response, 'Data') : ''
    const data: unknown = JSON.parse(decryptSm4(sealed, key))
    if (isRecord(data)) return data
  } catch {
    // Told below: what cannot be read is no answer.
  }
  throw new BureauSilent('税务局的应答无法读取')
}

const invoke = async (access: LeqiAccess, service: LeqiValue<string>, content: Json): Promise<LeqiRecord> => {
  const reply = await answered(access, service.value, content)
  if (!reply.ok) throw new BureauSilent(`税务局应答 ${reply.status}`)
  const data = opened(await reply.text(), access.key)
  if (textIn(data, 'returncode') !== leqiDone.value) throw new BureauRefused(refusalsIn(data))
  return data
}

const redIn = (data: LeqiRecord): RedConfirmation => {
  const state = textIn(data, 'hzqrxxztDm')
  if (!Object.hasOwn(redStates, state)) throw new BureauSilent(`不认识的红字确认单状态 ${state}`)
  return { uuid: textIn(data, 'uuid'), number: textIn(data, 'hzfpxxqrdbh'), state: state as RedConfirmation['state'] }
}

const verdicts: Readonly<Record<string, Verdict>> = leqiVerdicts.value
const outcomes: Readonly<Record<string, 'issued' | 'refused'>> = leqiOutcomes.value

/**
 * 乐企 (数电票 direct connection): requests are SM4-encrypted JSON in the field names of its interface, the headers carry who asks
 * and for what. The numbers are assigned before an invoice is handed in, so that handing it in again can never make a second one.
 */
export const leqiPlatform = (access: LeqiAccess): InvoicePlatform => ({
  assignNumber: async (taxNumber, serial) => {
    const data = await invoke(access, leqiServices.assignNumbers, { nsrsbh: taxNumber, lysl: 1, ywlsh: serial })
    return textIn(data, 'fphm')
  },
  credit: async (taxNumber) => {
    const data = await invoke(access, leqiServices.credit, { nsrsbh: taxNumber })
    return {
      month: textIn(data, 'sxedsq'),
      total: decimal(textIn(data, 'sxed')),
      left: decimal(textIn(data, 'sysxed')),
    }
  },
  handIn: async (invoice) => {
    const data = await invoke(access, leqiServices.handIn, [invoiceWords(invoice, access.platform)])
    return textIn(data, 'sllsh')
  },
  outcome: async (receipt): Promise<IssueOutcome> => {
    const data = await invoke(access, leqiServices.outcome, { sllsh: receipt })
    switch (outcomes[textIn(data, 'clzt')]) {
      case 'issued':
        return { state: 'issued', at: textIn(data, 'kprq'), bureau: textIn(data, 'swjgmc') }
      case 'refused':
        return { state: 'refused', refusals: refusalsIn(data) }
      default:
        return { state: 'pending' }
    }
  },
  askRed: async (request) => redIn(await invoke(access, leqiServices.askRed, redWords(request))),
  redsOf: async (taxNumber, blueNumber) => {
    const data = await invoke(access, leqiServices.redsOf, {
      yhjslx: '0',
      xsfnsrsbh: taxNumber,
      lzfphm: blueNumber,
      pageNumber: 1,
      pageSize: 50,
    })
    const list = Array.isArray(data['list']) ? data['list'].filter(isJsonObject) : []
    return list.map(redIn)
  },
  red: async (taxNumber, uuid) => redIn(await invoke(access, leqiServices.red, { xsfnsrsbh: taxNumber, uuid })),
  answerRed: async (taxNumber, { uuid, number }, answer) =>
    redIn(
      await invoke(access, leqiServices.answerRed, {
        xsfnsrsbh: taxNumber,
        uuid,
        hzqrdbh: number,
        qrlx: leqiAnswers.value[answer],
      }),
    ),
  verify: async (invoice) => {
    const data = await invoke(access, leqiServices.verify, {
      fpdm: invoice.code ?? '',
      fphm: invoice.number,
      kprq: invoice.issuedOn,
      hjje: invoice.net.toFixed(2),
      jshj: invoice.gross.toFixed(2),
      xsfnsrsbh: invoice.sellerTaxNumber ?? '',
      gmfnsrsbh: invoice.buyerTaxNumber ?? '',
    })
    return verdicts[textIn(data, 'cyjg')] ?? 'unknown'
  },
})
