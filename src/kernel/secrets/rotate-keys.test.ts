import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../base/id.ts'
import { testDatabase } from '../database/testing.ts'
import { inTransaction } from '../database/transaction.ts'
import { readKeyFile } from './key-file.ts'
import { rotateKeys } from './rotate-keys.ts'
import { openSecretBox } from './secret-box.ts'

const database = await testDatabase({ migrated: true })
const dataDir = mkdtempSync(join(tmpdir(), 'suanpan-rotate-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('a new key seals every secret of every company anew, and the old one opens nothing any more', async () => {
  const box = openSecretBox(dataDir)
  const companies = [newId<'company'>(), newId<'company'>()]
  for (const company of companies) {
    await inTransaction(database.pool, { company }, async (tx) => {
      await tx.query(
        `insert into company_directory (company_id, code, name, zone) values ($1, $2, '甲', 'Asia/Shanghai')`,
        [company, company.slice(-6)],
      )
      await tx.query(
        `insert into webhook (company_id, id, name, url, events, secret, enabled, user_id, created_at)
         values ($1, $2, 'x', 'https://x.test', '[]', $3, true, 'u', now())`,
        [company, newId(), box.seal('webhook.secret', `whsec_${company}`)],
      )
      await tx.query(
        `insert into message_channel (company_id, name, enabled, settings, updated_at, updated_by)
         values ($1, 'mail', true, $2, now(), 'u')`,
        [company, JSON.stringify({ host: 'mail.test', password: box.seal('message_channel.settings', '密码') })],
      )
    })
  }
  const [old] = readKeyFile(dataDir)
  expect(await rotateKeys(database.pool, dataDir)).toBe(4)
  const [fresh, ...others] = readKeyFile(dataDir)
  expect(others).toEqual([])
  expect(fresh?.id).not.toBe(old?.id)
  const formerly = openSecretBox(dataDir, old?.bytes.toString('base64'))
  for (const company of companies) {
    const [stored] = await inTransaction(database.pool, { company }, (tx) =>
      tx.rows<{ secret: string; settings: { host: string; password: string } }>(
        'select w.secret, c.settings from webhook w, message_channel c',
      ),
    )
    expect(stored?.settings.host).toBe('mail.test')
    // The running program reads the file again.
    expect(box.open('webhook.secret', stored?.secret ?? '')).toBe(`whsec_${company}`)
    expect(box.open('message_channel.settings', stored?.settings.password ?? '')).toBe('密码')
    expect(() => formerly.open('webhook.secret', stored?.secret ?? '')).toThrow('secret.key')
  }
  expect(await rotateKeys(database.pool, dataDir)).toBe(4)
})
