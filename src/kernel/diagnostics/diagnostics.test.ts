import JSZip from 'jszip'
import { afterAll, expect, test, vi } from 'vitest'
import { openTestServer } from '../http/testing/test-server.ts'
import { scrub } from './scrub.ts'

const server = await openTestServer()
afterAll(() => vi.unstubAllEnvs())

const planted = {
  SUANPAN_BACKUP_PASSPHRASE: 'plum-blossom-in-snow',
  SUANPAN_ADMIN_PASSWORD: 'willow-by-the-river',
  DATABASE_URL: 'postgres://books:crane-over-pines@db.example.com:5432/books',
}

test('[HLP-04] the bundle for whoever helps says what runs here, and none of the secrets that were planted everywhere', async () => {
  for (const [name, value] of Object.entries(planted)) vi.stubEnv(name, value)
  const { context, logged } = server
  const admin = await server.signIn('anna')
  const lines = [
    `job sendInvoices failed: cannot sign in with plum-blossom-in-snow`,
    `connect to ${planted.DATABASE_URL} refused`,
    'GET /api/item Authorization: Bearer sp_abcdefghijklmnopqrstuvwxyz012345',
    `webhook whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, password=willow-by-the-river, "token":"eyJhbGciOi.abc"`,
    'cookie suanpan_session=ZGVhZGJlZWY; mailed to wang.wu@example.com about 13812345678 and 11010519491231002X',
    'paid to 6222021234567890123; seal sealed:1:0a1b2c3d:AAAABBBBCCCC',
  ]
  for (const line of lines) context.log(line)
  const reply = await admin.ask('GET', '/api/diagnostics')
  expect(reply.status).toBe(200)
  const zip = await JSZip.loadAsync(reply.raw)
  const names = Object.keys(zip.files)
  expect(names).toEqual(expect.arrayContaining(['about.json', 'database.json', 'checks.json', 'program.log']))
  const texts = await Promise.all(names.map((name) => zip.file(name)?.async('string') ?? Promise.resolve('')))
  const all = texts.join('\n')
  expect(all).toContain('PostgreSQL 18')
  expect(all).toContain('job sendInvoices failed')
  expect(all).toContain('138****5678')
  const secrets = [
    'plum-blossom',
    'willow-by',
    'crane-over',
    'sp_abcdef',
    'whsec_Mf',
    'eyJhbGci',
    'ZGVhZGJlZWY',
    'wang.wu',
    '13812345678',
    '11010519491231002X',
    '6222021234567890123',
    'AAAABBBBCCCC',
    context.secrets.keys()[0]?.bytes.toString('base64') ?? 'no key',
  ]
  for (const secret of secrets) expect(all, secret).not.toContain(secret)
  expect(logged.length).toBeGreaterThan(0)
})

test('[HLP-04] who has not the right gets no bundle', async () => {
  expect((await server.visitor.ask('GET', '/api/diagnostics')).status).toBe(401)
})

test('scrubbing leaves what is no secret', () => {
  const plain = 'migration 0001-first (812 ms); 2026-11-22T08:00:00.000Z XSDD-202611-0001 total 123456.78'
  expect(scrub(plain, [])).toBe(plain)
})
