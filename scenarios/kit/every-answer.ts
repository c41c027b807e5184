import { kebab } from '../../src/kernel/definition/define.ts'
import type { Field, Fields } from '../../src/kernel/definition/field.ts'
import type { Reply, TestClient } from '../../src/kernel/http/testing/client.ts'
import { pdfPages } from '../../src/kernel/print/testing/pdf-text.ts'
import { installed } from '../../src/app/product.ts'
import { workbookText } from './workbook-text.ts'

export interface Asked {
  readonly url: string
  readonly method: 'GET' | 'POST'
}

/** What a reply says, whatever it is written as: JSON and CSV as they are, the cells of a workbook, the lines of a page. */
export const textOf = async (reply: Reply): Promise<string> => {
  const type = String(reply.headers['content-type'])
  if (type.includes('spreadsheet')) return workbookText(reply.raw)
  if (type.includes('pdf')) return pdfPages(reply.raw).flat().join('\n')
  return reply.text
}

type Known = Readonly<Record<string, readonly string[]>>

const valuesOf = (known: Known, field: Field): readonly string[] => {
  if (field.kind === 'ref') return (known[field.target?.name ?? ''] ?? []).slice(0, 2)
  if (field.kind === 'choice') return Object.keys(field.options ?? {})
  if (field.kind === 'boolean') return ['true', 'false']
  return []
}

/** A report asked as it is, with each of its choices in turn, and with some records of each kind it can be asked about. */
const queriesOf = (known: Known, parameters: Fields): string[] => {
  const dates = Object.entries(parameters).flatMap(([name, field]) =>
    field.kind === 'date' ? [`${name}=${/from|since|start/i.test(name) ? '2026-01-01' : '2026-12-31'}`] : [],
  )
  const refs = Object.entries(parameters).flatMap(([name, field]) =>
    field.kind === 'ref' ? (known[field.target?.name ?? ''] ?? []).slice(0, 1).map((id) => `${name}=${id}`) : [],
  )
  const texts = Object.entries(parameters).flatMap(([name, field]) =>
    field.kind === 'text' && /order|number|document/i.test(name)
      ? Object.entries(known).flatMap(([type, ids]) =>
          type.startsWith('#') ? ids.slice(0, 1).map((id) => `${name}=${id}`) : [],
        )
      : [],
  )
  const each = Object.entries(parameters).flatMap(([name, field]) =>
    valuesOf(known, field).map((value) => [...dates, `${name}=${value}`].join('&')),
  )
  const withText = texts.map((text) => [...dates, text].join('&'))
  return [...new Set(['', dates.join('&'), [...dates, ...refs].join('&'), ...each, ...withText])]
}

/** Every question the product answers, over the records there are: what the rights tests ask as everyone. */
export const everyQuestion = async (admin: TestClient): Promise<Asked[]> => {
  const { entities, documents, facets, reports, ledgers, calls } = installed.catalogue
  const known: Record<string, string[]> = {}
  const asked: Asked[] = []
  const get = (url: string) => void asked.push({ method: 'GET', url })
  for (const name of [...entities.keys(), ...facets.keys(), ...documents.keys()]) {
    const reply = await admin.ask<{ rows?: { id: string; number?: string }[] }>('GET', `/api/${kebab(name)}?limit=5`)
    const rows = reply.body.rows ?? []
    known[name] = rows.map((row) => row.id)
    known[`#${name}`] = rows.flatMap((row) => row.number ?? [])
  }
  for (const name of [...entities.keys(), ...facets.keys(), ...documents.keys()]) {
    const path = `/api/${kebab(name)}`
    for (const query of ['', '?totals=1', '?format=xlsx', '?format=csv']) get(path + query)
    for (const id of known[name] ?? []) {
      for (const further of ['', '/audit', '/attachments', '/links']) get(`${path}/${id}${further}`)
      if (!documents.has(name)) continue
      for (const further of ['/trace', '/print']) get(`${path}/${id}${further}`)
      for (const flow of installed.catalogue.flows.values())
        if (flow.from.name === name) asked.push({ method: 'POST', url: `${path}/${id}/convert/${kebab(flow.to.name)}` })
    }
  }
  for (const report of reports.values()) {
    for (const query of queriesOf(known, report.parameters)) get(`/api/reports/${kebab(report.name)}?${query}`)
    for (const format of ['xlsx', 'csv', 'pdf', ...Object.keys(report.files ?? {})])
      get(`/api/reports/${kebab(report.name)}?${queriesOf(known, report.parameters)[2] ?? ''}&format=${format}`)
  }
  for (const ledger of ledgers.values()) {
    get(`/api/ledgers/${kebab(ledger.name)}/entries?limit=1000`)
    get(`/api/ledgers/${kebab(ledger.name)}/balances`)
  }
  for (const call of calls.values()) {
    if (call.asks !== true) continue
    for (const query of queriesOf(known, call.parameters)) get(`/api/calls/${kebab(call.name)}?${query}`)
  }
  for (const url of [
    'approvals/waiting',
    'approvals/waiting?scope=all',
    'approvals/facts',
    'notices',
    'views',
    'catalogue',
    'jobs',
    'schedules',
    'search?q=PEN',
    'checks',
  ])
    get(`/api/${url}`)
  return asked
}
