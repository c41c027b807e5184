import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, openHouse } from './kit/open-house.ts'

const folder = mkdtempSync(join(tmpdir(), 'suanpan-trail-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const verifier = resolve(import.meta.dirname, '../scripts/verify-audit.mjs')

/** Runs the verifier as anyone may: the file, Node, and nothing else of ours. */
const verifyLines = (lines: readonly string[], ...options: readonly string[]) => {
  const file = join(folder, 'trail.jsonl')
  writeFileSync(file, `${lines.join('\n')}\n`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, file, ...options], {
    cwd: folder,
    env: {},
    encoding: 'utf8',
  })
  return { status, said: `${stdout}${stderr}` }
}

interface Row {
  readonly id: string
  readonly actor: string
  readonly action: string
  readonly type: string
  readonly label: string
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[]
}

let house: Awaited<ReturnType<typeof openHouse>>
const trail = async (query: string): Promise<readonly Row[]> =>
  must(await house.admin.ask<{ rows: readonly Row[] }>('GET', `/api/audit?${query}`)).rows
const exported = async (): Promise<string[]> => {
  await house.context.followUps.settle(house.one.id)
  return (await house.admin.ask('GET', '/api/audit/export')).text.trim().split('\n')
}

beforeAll(async () => {
  house = await openHouse()
  const { admin } = house
  const made = must(await admin.ask('POST', '/api/item', { code: 'PEN', name: '钢笔', unit: 'PCS', salePrice: '20' }))
  must(await admin.ask('PATCH', `/api/item/${String(made['id'])}`, { salePrice: '22', version: made['version'] }))
  must(await admin.ask('POST', '/api/customer', { code: 'HONG', name: '宏图商贸' }))
})

describe('the trail', () => {
  test('[SYS-03] says who changed what, from what to what, and is looked through by person, action, record and field', async () => {
    const [change] = await trail('type=item&action=update')
    expect(change).toMatchObject({ actor: '甲公司', label: expect.stringContaining('钢笔') as unknown })
    expect(change?.changes).toEqual([{ field: 'salePrice', before: '20', after: '22' }])
    expect((await trail('field=salePrice&type=item')).length).toBeGreaterThanOrEqual(2)
    expect(await trail('field=salePrice&type=customer')).toEqual([])
    expect((await trail('text=宏图')).map((row) => row.type)).toContain('party')
    expect(await trail('actor=nobody')).toEqual([])
    expect(await trail('to=2020-01-01')).toEqual([])
    expect((await trail('from=2026-03-15&to=2026-03-15')).length).toBeGreaterThan(3)
    expect((await house.admin.ask('GET', '/api/audit?from=yesterday')).status).toBe(400)
  })

  test('[SYS-03] goes on page by page without a row twice or left out', async () => {
    for (let index = 0; index < 120; index += 1)
      must(await house.admin.ask('POST', '/api/supplier', { code: `S${index}`, name: `供应商${index}` }))
    const first = await trail('action=create')
    const next = await trail(`action=create&before=${first.at(-1)?.id}`)
    expect(first).toHaveLength(100)
    const ids = [...first, ...next].map((row) => row.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(120)
  })

  test('[SYS-03] taken out it is verified without the product; a row changed, left out, put in or moved is found', async () => {
    const lines = await exported()
    const whole = verifyLines(lines)
    expect(whole).toMatchObject({ status: 0 })
    const chain = must(await house.admin.ask('GET', '/api/audit/chain'))
    expect(chain).toMatchObject({ whole: true })
    const end = JSON.parse(lines.at(-1) ?? '{}') as { position?: number }
    expect(whole.said).toContain(`${end.position} rows`)
    expect(Number(chain['count'])).toBeGreaterThanOrEqual(end.position ?? 0)
    const changed = lines.map((line, index) => (index === 5 ? line.replace('"actor":"', '"actor":"x') : line))
    expect(verifyLines(changed)).toMatchObject({ status: 1, said: expect.stringContaining('position 5') as unknown })
    const missing = lines.toSpliced(7, 1)
    expect(verifyLines(missing).said).toContain('position 7 is missing')
    const moved = lines.toSpliced(4, 2, lines[5] ?? '', lines[4] ?? '')
    expect(verifyLines(moved).said).toContain('position 4 is missing or out of order')
    const doubled = lines.toSpliced(9, 0, lines[8] ?? '')
    expect(verifyLines(doubled).status).toBe(1)
    const cut = lines.slice(0, -3)
    expect(verifyLines(cut).said).toContain('the end is missing')
    const cutInside = [...lines.slice(0, -3), lines.at(-1) ?? '']
    expect(verifyLines(cutInside).said).toContain('the end says')
    expect(verifyLines(['{"format":"x"}']).status).toBe(1)
  })

  test('[SYS-03] whoever writes the chain anew from a changed row on is found by a hash that was noted before, and by the signature', async () => {
    const lines = await exported()
    const noted = String((JSON.parse(lines[10] ?? '{}') as { hash?: string }).hash)
    expect(verifyLines(lines, '--head', noted).status).toBe(0)
    expect(verifyLines(lines, '--head', 'f'.repeat(64)).said).toContain('does not go through')
    const end = JSON.parse(lines.at(-1) ?? '{}') as { publicKey?: string }
    expect(verifyLines(lines, '--public-key', end.publicKey ?? '').status).toBe(0)
    expect(verifyLines(lines, '--public-key', 'AAAA').said).toContain('another key')
    const forged = [...lines.slice(0, -1), JSON.stringify({ ...end, exportedAt: '2020-01-01T00:00:00.000Z' })]
    expect(verifyLines(forged).said).toContain('signature')
  })

  test('[SYS-03] nobody without the right reads it or takes it out; that it was taken out stands in it', async () => {
    const { client } = await house.person('sally', 'seller')
    for (const path of ['/api/audit', '/api/audit/chain', '/api/audit/export', '/api/audit/choices'])
      expect((await client.ask('GET', path)).status, path).toBe(403)
    expect((await trail('type=audit'))[0]).toMatchObject({ action: 'export', actor: '甲公司' })
    expect((await house.stranger.ask('GET', '/api/audit?text=钢笔')).text).not.toContain('钢笔')
  })
})
