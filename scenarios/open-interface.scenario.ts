import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { generateApi } from 'swagger-typescript-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, openHouse } from './kit/open-house.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '..')
const tool = (name: string) => join(root, 'node_modules', '.bin', name)

let house: Awaited<ReturnType<typeof openHouse>>
const folder = mkdtempSync(join(tmpdir(), 'suanpan-client-'))
const specification = join(folder, 'openapi.json')

beforeAll(async () => {
  house = await openHouse()
  writeFileSync(specification, (await house.admin.ask('GET', '/api/openapi.json')).text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Finding {
  readonly severity: string
  readonly ruleId: string
  readonly message: string
  readonly location: readonly { readonly pointer?: string }[]
}

describe('the open interface', () => {
  test('[EDI-05] is described so that a public linter finds no fault with it', async () => {
    const options = ['lint', specification, '--extends', 'recommended', '--format', 'json', '--max-problems', '1000']
    const said = await run(tool('redocly'), options, { maxBuffer: 50_000_000, cwd: folder }).catch(
      (failed: { stdout: string }) => failed,
    )
    const { problems } = JSON.parse(said.stdout) as { problems: readonly Finding[] }
    const faults = problems.filter(({ severity }) => severity === 'error')
    expect(
      faults.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`),
    ).toEqual([])
  })

  test('[EDI-05] gives a public generator a client that compiles and buys, from order to payment', async () => {
    await generateApi({
      fileName: 'client.ts',
      output: folder,
      input: specification,
      silent: true,
      generateUnionEnums: true,
      unwrapResponseData: true,
    })
    copyFileSync(join(import.meta.dirname, 'kit', 'purchase-to-payment.client.txt'), join(folder, 'story.ts'))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    const strictly = [
      '--strict',
      '--target',
      'es2023',
      '--module',
      'nodenext',
      '--lib',
      'es2023,dom',
      '--types',
      'node',
    ]
    const emitted = ['--skipLibCheck', '--rewriteRelativeImportExtensions', '--outDir', join(folder, 'built')]
    const compiled = await run(tool('tsc'), [...strictly, ...emitted, 'story.ts'], { cwd: folder }).catch(
      (failed: { stdout: string }) => failed,
    )
    expect(compiled.stdout).toBe('')
    const scopes = ['supplier.*', 'item.*', 'purchaseOrder.*', 'purchaseReceipt.*', 'purchaseInvoice.*', 'payment.*']
    const reading = ['*.read', 'report.*', 'cashAccount.*']
    const made = must(await house.admin.ask('POST', '/api/keys', { name: '采购接口', scopes: [...scopes, ...reading] }))
    const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
    const { stdout } = await run(process.execPath, [join(folder, 'built', 'story.js')], {
      env: { ...process.env, SUANPAN_URL: address, SUANPAN_KEY: String(made['key']) },
    })
    expect(JSON.parse(stdout)).toEqual({
      states: ['posted', 'posted', 'posted', 'posted'],
      owed: ['1000.00'],
      left: 0,
      refused: [422, expect.arrayContaining(['supplier'])],
    })
    const checks = must(await house.admin.ask<{ ok: boolean; label: string }[]>('GET', '/api/checks'))
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
  }, 600_000)

  test('[EDI-05] says what every address of the product does', async () => {
    const { paths } = must(
      await house.admin.ask<{ paths: Record<string, Record<string, unknown>> }>('GET', '/api/openapi.json'),
    )
    // What is the same for every type is said once: imports.
    const shape = (url: string) =>
      url.replaceAll(/:\w+|\{\w+\}/g, '{}').replace(/^\/api\/imports\/[\w-]+/, '/api/imports/{}')
    const told = new Set(
      Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((one) => `${one} ${shape(path)}`)),
    )
    const silent = house.routes
      .filter(({ method, url }) => url.startsWith('/api/') && !['HEAD', 'OPTIONS'].includes(method))
      // A company's own types are told of where it has some.
      .filter(({ url }) => !url.includes('/x-none'))
      .map(({ method, url }) => `${method.toLowerCase()} ${shape(url)}`)
      .filter((route) => !told.has(route))
    expect([...new Set(silent)]).toEqual([])
  })
})
