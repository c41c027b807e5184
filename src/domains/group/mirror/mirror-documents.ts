import { newId } from '../../../base/id.ts'
import { textOf } from '../../../base/text.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { createDocument, idIn, numberIn } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineConsequence } from '../../../kernel/documents/installed.ts'
import { isUnused } from '../../../kernel/documents/shared-records.ts'
import { notify } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { companyCoded, ownListing, readAffiliates } from '../members/find-companies.ts'
import type { ListedCompany } from '../members/find-companies.ts'
import { keepLink, linesOfTheirs } from './links.ts'
import type { IntercompanyLink, LinePair } from './links.ts'
import { mirrors } from './mirrored-documents.ts'
import type { Mirror, Receiver } from './mirrored-documents.ts'
import { readSent } from './sent-document.ts'
import type { SentDocument, SentLine } from './sent-document.ts'

const kindOf = (definition: AnyDocument): string => `group/${definition.name}`

/** A document for a sister is followed, once it is committed, by a draft of hers: never in the same transaction, which is ours. */
export const sendToSisters = mirrors.map(({ from }) =>
  defineConsequence(from, async ({ header }, work) => {
    if (isUnused(work, 'affiliate')) return
    const party = textOf(Reflect.get(header, 'customer') ?? Reflect.get(header, 'supplier'))
    if (!(await readAffiliates(work)).some((one) => one.party === party)) return
    work.tx.send(`insert into follow_up (company_id, id, kind, subject, at) values ($1, $2, $3, $4, $5)`, [
      work.company,
      newId<'followUp'>(),
      kindOf(from),
      header.id,
      work.clock.now(),
    ])
  }),
)

interface Made {
  readonly link: IntercompanyLink
  readonly pairs: readonly LinePair[]
}

const alreadyMade = async (there: Work, sent: SentDocument): Promise<boolean> => {
  const rows = await there.tx.rows(`select 1 from intercompany_link where company_id = $1 and their_document = $2`, [
    there.company,
    sent.id,
  ])
  return rows.length > 0
}

/** Items that the sister has too; codes say which. */
const knownItems = async (there: Work, lines: readonly SentLine[]): Promise<ReadonlySet<string>> => {
  const rows = await there.tx.rows<{ code: string }>(
    `select code from item where company_id = $1 and not disabled and code = any($2::text[])`,
    [there.company, lines.map((line) => line.item)],
  )
  return new Set(rows.map((row) => row.code))
}

const sourcesOf = async (there: Work, mirror: Mirror, lines: readonly SentLine[]) => {
  const known = await linesOfTheirs(
    there,
    lines.flatMap((line) => line.source ?? []),
  )
  return (line: SentLine): JsonObject => {
    const found = line.source === null ? undefined : known.get(line.source)
    return mirror.growsFrom === undefined || found === undefined
      ? {}
      : { source: { type: mirror.growsFrom.name, document: found.document, line: found.line } }
  }
}

/** Tells the sister what could not be mirrored, in place of a draft. */
const tellMissing = (there: Work, mirror: Mirror, sent: SentDocument, from: ListedCompany, missing: string): void =>
  notify(there, {
    to: { right: `${mirror.to.name}.create` },
    key: `sisterDocument/${sent.id}`,
    text: {
      zh: `${from.name} 的 ${sent.number} 有本公司没有的商品：${missing}。请建立同编码的商品，再手工录入`,
      en: `${sent.number} of ${from.name} has items that are not known here: ${missing}. Create them, and enter the document`,
    },
  })

const makeThere = async (
  there: Work,
  mirror: Mirror,
  sent: SentDocument,
  from: ListedCompany & { readonly taxNumber: string | null },
): Promise<Made | undefined> => {
  const back = (await readAffiliates(there)).find((one) => one.company === from.code)
  if (back?.takesDocuments !== true || (await alreadyMade(there, sent))) return undefined
  const known = await knownItems(there, sent.lines)
  const missing = sent.lines.filter((line) => !known.has(line.item)).map((line) => `${line.item} ${line.name}`)
  if (missing.length > 0) {
    tellMissing(there, mirror, sent, from, missing.join('、'))
    return undefined
  }
  const receiver: Receiver = { party: back.party, warehouse: back.warehouse, sender: from }
  const source = await sourcesOf(there, mirror, sent.lines)
  const draft = await createDocument(there, mirror.to, {
    ...mirror.header(sent, receiver),
    lines: sent.lines.map((line) => ({ ...mirror.line(line, sent), ...source(line) })),
  })
  const lines = draft.tables['lines'] ?? []
  const pairs = sent.lines.map((line, index): LinePair => ({ line: textOf(lines[index]?.['id']), theirLine: line.id }))
  const link: IntercompanyLink = {
    type: mirror.to.name,
    document: idIn(draft),
    number: numberIn(draft),
    other: from.id,
    theirType: sent.type,
    theirDocument: sent.id,
    theirNumber: sent.number,
  }
  await keepLink(there, link, true, pairs)
  notify(there, {
    to: { right: `${mirror.to.name}.create` },
    key: `sisterDocument/${sent.id}`,
    subject: { type: mirror.to.name, id: link.document },
    text: {
      zh: `${from.name} 的 ${sent.number} 已生成${mirror.to.label}草稿 ${link.number}`,
      en: `${sent.number} of ${from.name} made the draft ${link.number}`,
    },
  })
  return { link, pairs }
}

const mirrorOne = async (work: Work, mirror: Mirror, id: string): Promise<void> => {
  const sent = await readSent(work, mirror.from, id)
  const sister = (await readAffiliates(work)).find((one) => one.party === sent?.party)
  if (sent === undefined || sister === undefined) return
  const [own, other] = await Promise.all([ownListing(work), companyCoded(work, 'company', sister.company)])
  const { taxNumber } = work.settings
  const from = { ...own, taxNumber: typeof taxNumber === 'string' ? taxNumber : null }
  const question = { company: other.id, rights: [], purpose: `${mirror.from.label} ${sent.number}`, writes: true }
  const made = await work.elsewhere(question, (there) => makeThere(there, mirror, sent, from))
  if (made === undefined) return
  const { link, pairs } = made
  await keepLink(
    work,
    {
      type: link.theirType,
      document: link.theirDocument,
      number: link.theirNumber,
      other: other.id,
      theirType: link.type,
      theirDocument: link.document,
      theirNumber: link.number,
    },
    false,
    pairs.map((pair) => ({ line: pair.theirLine, theirLine: pair.line })),
  )
}

/** What follows a document for a sister, by kind. */
export const mirrorFollowUps = Object.fromEntries(
  mirrors.map((mirror) => [
    kindOf(mirror.from),
    async (work: Work, subjects: readonly string[]) => {
      for (const id of subjects) await mirrorOne(work, mirror, id)
    },
  ]),
)
