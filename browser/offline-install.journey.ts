import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

/** A network of its own, in which there is nothing but the machine itself; not every machine lets one have it. */
const alone = ['unshare', '-n', 'sh', '-c'] as const
const isPossible = spawnSync(alone[0], [...alone.slice(1), 'ip link set lo up']).status === 0
if (!isPossible) console.log('left out: an installation without network, for which this machine has no namespaces')

const address = 'http://127.0.0.1:3131'
const inside = `ip link set lo up
./suanpan start > server.log 2>&1 & program=$!
./runtime/node ${resolve(import.meta.dirname, 'kit/sell-once.ts')} ${address} || cat server.log >&2
kill -TERM $program; wait $program`

describe.skipIf(!isPossible)('a machine without network', () => {
  const data = mkdtempSync(join(tmpdir(), 'suanpan-offline-'))
  const folder = resolve(import.meta.dirname, '../.cache/offline')
  afterAll(() => {
    for (const place of [data, folder]) rmSync(place, { recursive: true, force: true })
  })

  test('[SYS-11] [SYS-12] one folder is copied there, serves, and the first sale is posted within a minute of its start', () => {
    // PostgreSQL works as another user, and must be able to reach its folder.
    chmodSync(data, 0o711)
    execFileSync(process.execPath, ['scripts/bundle.mjs', folder, '--linked'])
    // Nothing of this machine's own settings, its Node among them, and no word of where packages come from.
    const env = {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      DATA_DIR: data,
      PORT: '3131',
      SUANPAN_DEMO: '0',
      SUANPAN_ADMIN_PASSWORD: 'correct horse battery',
    }
    const { stdout, stderr } = spawnSync(alone[0], [...alone.slice(1), inside], { cwd: folder, env, encoding: 'utf8' })
    const told = JSON.parse(stdout.trim().split('\n').at(-1) || JSON.stringify({ stderr })) as Record<string, unknown>
    expect(told).toMatchObject({ state: 'posted', hasNetwork: false })
    expect(told['answers']).not.toEqual([])
    expect(told['answers']).not.toContainEqual(expect.objectContaining({ ok: false }))
    expect(told['answers']).not.toContainEqual(expect.objectContaining({ own: false }))
    expect(told['seconds']).toBeLessThan(60)
  })
})
