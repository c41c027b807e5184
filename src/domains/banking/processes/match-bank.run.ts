import { Problem } from '../../../kernel/definition/problem.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { Progress } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { askAccount, movementKey } from '../desk/ask-question.ts'
import type { AskedAccount } from '../desk/ask-question.ts'
import { makeDocument } from '../desk/do-deed.ts'
import { writeMatch } from '../desk/matches.ts'
import { matchLines } from '../rules/match-lines.ts'
import type { Candidate, Deed } from '../rules/match-question.ts'
import { matchBankProcess } from './match-bank.ts'

interface Certain {
  readonly line: string
  readonly best: Candidate
}

type InWork = <T>(step: (work: Work) => Promise<T>) => Promise<T>

/** Accounts with lines that wait: wallets and banks before tills. */
const accountsWithLines = (work: Work) =>
  work.tx.rows<{ id: string }>(
    `select distinct s.cash_account as id from bank_statement s where s.company_id = $1 and s.state in ('posted', 'closed')`,
    [work.company],
  )

const itemsOf = (asked: AskedAccount, deed: Deed & { readonly do: 'match' }) => {
  const [lines, movements] = [new Set(deed.lines), new Set(deed.movements)]
  return asked.items.filter((item) => (item.side === 'bank' ? lines.has(item.line) : movements.has(movementKey(item))))
}

/** Each in a transaction of its own: what is refused, as by a closed month or an approval, leaves the others as they are. */
const doOne = async (inWork: InWork, asked: AskedAccount, { line, best }: Certain): Promise<string | null> => {
  const { deed, reason } = best
  const item = asked.items.find((each) => each.side === 'bank' && each.line === line)
  if (item === undefined) return null
  try {
    await inWork(async (work) => {
      if (deed.do === 'match') await writeMatch(work, asked.account, itemsOf(asked, deed), { way: 'machine', reason })
      else await makeDocument(work, { account: asked.account, item }, deed, { way: 'made', reason })
    })
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const [first] = error.errors
    return `${item.date} ${item.amount} ${item.counterparty}：${first?.message.zh ?? error.text.zh}`
  }
}

/** Reconciles one account as far as it is certain. */
export const reconcileAccount = async (inWork: InWork, account: string, progress?: Progress) => {
  const { asked, posts } = await inWork(async (work) => ({
    asked: await askAccount(work, account),
    posts: settingsOf(work.settings).bankMatchPosts !== false,
  }))
  const findings = matchLines(asked.question)
  const certain = findings.flatMap(({ line, confidence, candidates: [best] }): Certain[] =>
    confidence === 'certain' && best !== undefined && (posts || best.deed.do === 'match') ? [{ line, best }] : [],
  )
  const refused: string[] = []
  let done = 0
  for (const each of certain) {
    if ((await progress?.cancelled()) === true) break
    const words = await doOne(inWork, asked, each)
    if (words === null) done += 1
    else refused.push(words)
    await progress?.report(done + refused.length, certain.length)
  }
  return { lines: asked.question.lines.length, done, refused }
}

export const runMatchBank = defineProcessRun(matchBankProcess, async ({ cashAccount }, inWork, progress) => {
  const accounts = cashAccount ? [{ id: String(cashAccount) }] : await inWork(accountsWithLines)
  const total = { lines: 0, done: 0, refused: [] as string[] }
  for (const { id } of accounts) {
    const { lines, done, refused } = await reconcileAccount(inWork, id, progress)
    total.lines += lines
    total.done += done
    total.refused.push(...refused)
  }
  return {
    lines: total.lines,
    done: total.done,
    waiting: total.lines - total.done,
    refused: total.refused.slice(0, 20),
  }
})
