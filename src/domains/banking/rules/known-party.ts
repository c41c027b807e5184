import { coreName, digitsIn, plainText } from './line-words.ts'
import type { BankLine, KnownParty } from './match-question.ts'

/** Who a line is from or to, and how surely that is known: by the account's number or the whole name, or by a part of it. */
export interface FoundParty {
  readonly party: KnownParty
  readonly isSure: boolean
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)

/** Finds parties by account number, then by name; two of one name are nobody. */
export const partyFinder = (parties: readonly KnownParty[]): ((line: BankLine) => FoundParty | null) => {
  const byAccount = Map.groupBy(
    parties.flatMap((party) => party.accounts.map((account) => ({ account, party }))),
    (each) => each.account,
  )
  const byName = Map.groupBy(
    parties.flatMap((party) =>
      [...new Set([party.name, party.shortName].map(plainText))]
        .filter((name) => name !== '')
        .map((name) => ({ name, party })),
    ),
    (each) => each.name,
  )
  const cores = parties
    .map((party) => ({ party, core: coreName(party.name), short: plainText(party.shortName) }))
    .filter(({ core }) => core.length >= 2)
  return (line) => {
    const number = digitsIn(line.counterpartyAccount)
    const owner = number.length < 6 ? undefined : only(byAccount.get(number) ?? [])
    if (owner !== undefined) return { party: owner.party, isSure: true }
    const name = plainText(line.counterparty)
    const named = name === '' ? [] : (byName.get(name) ?? [])
    if (named.length > 1) return null
    if (named[0] !== undefined) return { party: named[0].party, isSure: true }
    const words = [name, plainText(line.memo)].filter((text) => text.length >= 2)
    const like = cores.filter(({ core, short }) =>
      words.some(
        (text) =>
          (core.length >= 4 && text.includes(core)) ||
          (short.length >= 3 && text.includes(short)) ||
          (text.length >= 4 && text === name && core.startsWith(text)),
      ),
    )
    const found = only(like)
    return found === undefined ? null : { party: found.party, isSure: false }
  }
}
