/** Waits for the product at an address, then sells something in its empty company; tells how long that took, and whether a network was there. */
const address = process.argv[2] ?? ''
const begun = performance.now()
const passed = () => performance.now() - begun
const isUp = () =>
  fetch(`${address}/api/health`).then(
    (reply) => reply.ok,
    () => false,
  )
while (!(await isUp())) {
  if (passed() > 240_000) throw new Error('the product does not answer')
  await new Promise((done) => setTimeout(done, 50))
}

let cookie = ''
const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
  const reply = await fetch(address + path, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`${path} answers ${reply.status}: ${text}`)
  cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? cookie
  return JSON.parse(text) as Record<string, unknown>
}

await post('/api/session', { username: 'admin', password: process.env['SUANPAN_ADMIN_PASSWORD'] })
await post('/api/item', { code: 'A', name: '保温杯', unit: 'PCS', taxRate: 'VAT13' })
await post('/api/supplier', { code: 'S', name: '供应商' })
await post('/api/customer', { code: 'C', name: '城东超市' })
const lines = [{ item: 'A', quantity: '8', price: '56.5' }]
await post('/api/purchase-receipt?then=post', { supplier: 'S', warehouse: 'MAIN', lines })
const sale = await post('/api/sales-delivery?then=post', { customer: 'C', warehouse: 'MAIN', lines })
const seconds = passed() / 1000
const page = await (await fetch(address)).text()
const scripts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => new URL(found[1] ?? '', address))
const answers = await Promise.all(
  scripts.map(async (url) => ({ own: url.origin === address, ok: (await fetch(url)).ok })),
)
const hasNetwork = await fetch('http://192.0.2.1', { signal: AbortSignal.timeout(2000) }).then(
  () => true,
  (error: unknown) => !String((error as Error).cause ?? error).includes('ENETUNREACH'),
)
console.log(JSON.stringify({ state: sale['state'], seconds, answers, hasNetwork }))
