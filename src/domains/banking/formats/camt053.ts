import { XMLParser } from 'fast-xml-parser'
import { decimal, sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Message } from '../../../kernel/definition/problem.ts'
import { amountIn, dayIn, timeIn } from './cells.ts'
import type { ReadStatement, StatementLine } from './statement.ts'

type Node = unknown

const at = (node: Node, ...path: readonly string[]): Node =>
  path.reduce<Node>((found, name) => {
    const [first] = all(found)
    return typeof first === 'object' && first !== null ? Reflect.get(first, name) : undefined
  }, node)

const all = (node: Node): readonly Node[] =>
  Array.isArray(node) ? (node as readonly Node[]) : node === undefined ? [] : [node]

const textAt = (node: Node, ...path: readonly string[]): string => {
  const [found] = all(at(node, ...path))
  if (typeof found === 'string') return found.trim()
  const inner = typeof found === 'object' && found !== null ? (Reflect.get(found, '#text') as Node) : undefined
  return typeof inner === 'string' ? inner.trim() : ''
}

const amountAt = (node: Node): Decimal => {
  const amount = amountIn(textAt(node, 'Amt')) ?? decimal(0)
  return textAt(node, 'CdtDbtInd') === 'DBIT' ? amount.neg() : amount
}

const currencyAt = (node: Node): string => textAt(node, 'Amt', '@Ccy')

/** The other side: who paid what came in, who got what went out. */
const other = (details: Node, isOut: boolean) => {
  const names = isOut ? (['Cdtr', 'Dbtr'] as const) : (['Dbtr', 'Cdtr'] as const)
  const parties = at(details, 'RltdPties')
  const found = names.find((name) => textAt(parties, name, 'Nm') !== '' || textAt(parties, name, 'Pty', 'Nm') !== '')
  if (found === undefined) return { counterparty: '', counterpartyAccount: '' }
  return {
    counterparty: textAt(parties, found, 'Nm') || textAt(parties, found, 'Pty', 'Nm'),
    counterpartyAccount:
      textAt(parties, `${found}Acct`, 'Id', 'IBAN') || textAt(parties, `${found}Acct`, 'Id', 'Othr', 'Id'),
  }
}

const dayAt = (node: Node, name: string) => textAt(node, name, 'Dt') || textAt(node, name, 'DtTm')

const lineOf = (entry: Node, details: Node, amount: Decimal, row: number): StatementLine | null => {
  const written = dayAt(entry, 'BookgDt') || dayAt(entry, 'ValDt')
  const date = dayIn(written)
  if (date === null) return null
  const words = [...all(at(details, 'RmtInf', 'Ustrd')), at(entry, 'AddtlNtryInf'), at(details, 'AddtlTxInf')]
  const endToEnd = textAt(details, 'Refs', 'EndToEndId')
  return {
    row,
    date,
    time: timeIn(written),
    amount,
    balance: null,
    ...other(details, amount.isNegative()),
    memo: words.filter((word) => typeof word === 'string').join(' '),
    reference:
      textAt(entry, 'AcctSvcrRef') ||
      textAt(details, 'Refs', 'AcctSvcrRef') ||
      (endToEnd === 'NOTPROVIDED' ? '' : endToEnd),
    fee: null,
    side: amount.isNegative() ? 'out' : 'in',
    leftOut: null,
  }
}

/** An entry is one row, or as many as it has transactions whose amounts it adds up. */
const linesOf = (entry: Node, row: number): StatementLine[] => {
  const amount = amountAt(entry)
  const details = all(at(entry, 'NtryDtls')).flatMap((batch) => all(at(batch, 'TxDtls')))
  const parts = details.map((each) => {
    const own = amountIn(textAt(each, 'AmtDtls', 'TxAmt', 'Amt')) ?? amountIn(textAt(each, 'Amt'))
    return own === null ? null : amount.isNegative() ? own.neg() : own
  })
  const isBatch =
    details.length > 1 && parts.every((part) => part !== null) && sum(parts.map((part) => part ?? 0)).eq(amount)
  const each = isBatch
    ? details.map((one, index) => [one, parts[index] ?? amount] as const)
    : [[details[0], amount] as const]
  return each.flatMap(([one, part]) => lineOf(entry, one, part, row) ?? [])
}

const readOne = (statement: Node): ReadStatement => {
  const balances = all(at(statement, 'Bal')).map((node) => ({
    code: textAt(node, 'Tp', 'CdOrPrtry', 'Cd'),
    amount: amountAt(node),
    currency: currencyAt(node),
  }))
  const entries = all(at(statement, 'Ntry'))
  const lines = entries.flatMap((entry, index) => linesOf(entry, index + 1))
  const currency =
    textAt(statement, 'Acct', 'Ccy') || entries.map(currencyAt).find((one) => one !== '') || balances[0]?.currency || ''
  const of = (code: string) =>
    balances.find((balance) => balance.code === code && balance.currency === currency)?.amount ?? null
  const [opening, closing] = [of('OPBD') ?? of('PRCD'), of('CLBD')]
  const strange = balances.filter((balance) => balance.currency !== currency)
  const warnings: Message[] = []
  if (strange.length > 0) {
    const names = strange.map((balance) => `${balance.code} ${balance.currency}`).join('、')
    warnings.push({
      zh: `余额币种与账户（${currency}）不同，未采用：${names}`,
      en: `Balances in other currencies than ${currency} are not used: ${names}`,
    })
  }
  if (opening !== null && closing !== null) {
    const difference = closing.minus(opening).minus(sum(lines.map((line) => line.amount)))
    if (!difference.isZero()) warnings.push(sumWarning(difference))
  }
  return {
    account: textAt(statement, 'Acct', 'Id', 'IBAN') || textAt(statement, 'Acct', 'Id', 'Othr', 'Id'),
    currency,
    opening,
    closing,
    lines,
    warnings,
  }
}

/** Said of a statement whose rows do not lead from its opening to its closing balance. */
export const sumWarning = (difference: Decimal): Message => ({
  zh: `期初余额加各笔与期末余额相差 ${difference.toFixed(2)}：流水可能不全`,
  en: `The rows do not lead from the opening to the closing balance: ${difference.toFixed(2)} is left`,
})

export const isCamt053 = (text: string): boolean => text.includes('BkToCstmrStmt') && text.trimStart().startsWith('<')

/** camt.053 of ISO 20022: statements of accounts, several in a file, whichever version. */
export const readCamt053 = (text: string): ReadStatement[] => {
  // Entities that a file declares itself are never resolved; numbers stay text.
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: true,
  })
  const document: Node = parser.parse(text.replace(/<!DOCTYPE[^[>]*(\[[^\]]*\])?[^>]*>/, ''))
  return all(at(document, 'Document', 'BkToCstmrStmt', 'Stmt')).map(readOne)
}
