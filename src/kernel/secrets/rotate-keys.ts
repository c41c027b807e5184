import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { inTransaction } from '../database/transaction.ts'
import type { Transaction } from '../database/transaction.ts'
import { readKeyFile, writeKeyFile } from './key-file.ts'
import { sealedPlaces } from './sealed-places.ts'
import type { SealedPlace } from './sealed-places.ts'
import { instanceKey, isSealed } from './sealed-text.ts'
import { openSecretBox } from './secret-box.ts'
import type { SecretBox } from './secret-box.ts'

type Stored = string | Readonly<Record<string, unknown>>

/** The text or object with everything sealed in it sealed anew; undefined where all of it is by the newest key already. */
const renewed = (box: SecretBox, place: string, stored: Stored): Stored | undefined => {
  const isOld = (value: unknown): value is string =>
    typeof value === 'string' && isSealed(value) && !box.isCurrent(value)
  const renew = (value: string) => box.seal(place, box.open(place, value))
  if (typeof stored === 'string') return isOld(stored) ? renew(stored) : undefined
  const entries = Object.entries(stored)
  if (!entries.some(([, value]) => isOld(value))) return undefined
  return Object.fromEntries(entries.map(([name, value]) => [name, isOld(value) ? renew(value) : value]))
}

const renewPlace = async (
  tx: Transaction,
  box: SecretBox,
  { place, table, column, kind }: SealedPlace,
): Promise<number> => {
  const rows = await tx.rows<{ stored: Stored }>(`select ${column} as stored from ${table} for update`)
  let count = 0
  for (const { stored } of rows) {
    const next = renewed(box, place, stored)
    if (next === undefined) continue
    const cast = kind === 'object' ? '::jsonb' : ''
    const asText = (value: Stored) => (typeof value === 'string' ? value : JSON.stringify(value))
    // A sealed text is like no other, so the row is known by it.
    await tx.query(`update ${table} set ${column} = $2${cast} where ${column} = $1${cast}`, [
      asText(stored),
      asText(next),
    ])
    count += 1
  }
  return count
}

/** Seals everything in the database by the newest key. Answers how many rows were changed; run again it changes none. */
export const resealAll = async (pool: Pool, box: SecretBox): Promise<number> => {
  let count = await inTransaction(pool, {}, async (tx) => {
    let shared = 0
    for (const place of sealedPlaces.filter((one) => !one.byCompany)) shared += await renewPlace(tx, box, place)
    return shared
  })
  const companies = await inTransaction(pool, { readOnly: true }, (tx) =>
    tx.rows<{ company_id: string }>('select company_id from company_directory'),
  )
  for (const { company_id: company } of companies) {
    count += await inTransaction(pool, { company }, async (tx) => {
      let own = 0
      for (const place of sealedPlaces.filter((one) => one.byCompany)) own += await renewPlace(tx, box, place)
      return own
    })
  }
  return count
}

/**
 * Makes a new key in the data folder, seals everything by it, and only then forgets the earlier keys. Cut short, it leaves keys
 * that open everything, and can be run again. Backups taken before carry the key of their time.
 */
export const rotateKeys = async (pool: Pool, dataDir: string): Promise<number> => {
  const fresh = instanceKey(randomBytes(32))
  writeKeyFile(dataDir, [fresh, ...readKeyFile(dataDir)])
  const count = await resealAll(pool, openSecretBox(dataDir))
  writeKeyFile(dataDir, [fresh])
  return count
}
