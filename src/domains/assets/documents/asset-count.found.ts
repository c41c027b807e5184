import { createDocument } from '../../../kernel/documents/documents.ts'
import { createEntity, updateEntity } from '../../../kernel/documents/entities.ts'
import { defineConsequence } from '../../../kernel/documents/installed.ts'
import { link } from '../../../kernel/documents/links.ts'
import type { DocumentRecord } from '../../../kernel/definition/record.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { assetCard } from '../../../ledgers/dimensions/asset.ts'
import { assetAcquisition } from './asset-acquisition.ts'
import { assetCount } from './asset-count.ts'

type Count = DocumentRecord<typeof assetCount>

/** The cards are where they were found. */
const moveCards = async (work: Work, count: Count): Promise<void> => {
  for (const line of count.lines) {
    if (line.result === 'moved') await updateEntity(work, assetCard, line.asset, { location: line.foundLocation })
  }
}

const hasAcquisition = async (work: Work, count: Count): Promise<boolean> => {
  const rows = await work.tx.rows(
    `select 1 from document_link where company_id = $1 and source_id = $2 and relation = 'caused' limit 1`,
    [work.company, count.header.id],
  )
  return rows.length > 0
}

/** What was found without a card gets one, and a draft of how it comes into the books (盘盈). */
const acquire = async (work: Work, count: Count): Promise<void> => {
  if (count.surplus.length === 0 || (await hasAcquisition(work, count))) return
  const lines = []
  for (const found of count.surplus) {
    const { name, category, location } = found
    const card = await createEntity(work, assetCard, { name, category, location })
    lines.push({
      asset: String(card.header['id']),
      quantity: found.quantity.toString(),
      gross: found.value.toString(),
      remark: `盘盈 ${count.header.number}`,
    })
  }
  const made = await createDocument(work, assetAcquisition, { date: count.header.date, origin: 'countGain', lines })
  link(
    work,
    { type: assetCount.name, id: count.header.id },
    { type: assetAcquisition.name, id: String(made.header['id']) },
    'caused',
  )
}

export const settleAssetCount = defineConsequence(assetCount, async (count, work) => {
  await moveCards(work, count)
  await acquire(work, count)
})
