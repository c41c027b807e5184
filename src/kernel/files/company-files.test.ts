import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '../../base/id.ts'
import { companyFiles } from './company-files.ts'

test('a company finds its own content by its hash, and no other company does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'suanpan-files-'))
  const mine = companyFiles(folder, newId<'company'>())
  const other = companyFiles(folder, newId<'company'>())
  const hash = await mine.store(Buffer.from('发票原件'))
  expect(await mine.store(Buffer.from('发票原件'))).toBe(hash)
  expect((await mine.read(hash)).toString()).toBe('发票原件')
  await expect(other.read(hash)).rejects.toThrow('ENOENT')
  await rm(folder, { recursive: true })
})
