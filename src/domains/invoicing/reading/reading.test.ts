import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { Problem } from '../../../kernel/definition/problem.ts'
import { einvoiceXml } from '../writing/einvoice-xml.ts'
import type { IssuedInvoice } from '../writing/issued-invoice.ts'
import { readInvoiceFiles } from './read-files.ts'
import { scannedPdf } from './testing-scan.ts'
import { readInvoiceText } from './read-text.ts'
import { readInvoiceXml } from './read-xml.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const invoice: IssuedInvoice = {
  number: '26332000000012345678',
  kind: 'special',
  seller: { name: '得力集团有限公司', taxNumber: '91310000MA1FL0AB1C' },
  buyer: { name: '宁波启川厨具有限公司', taxNumber: '91330200MA2GT4H85K' },
  isPerson: false,
  lines: [
    {
      name: '中性笔 <0.5>',
      shortName: '文具',
      taxCode: '1060401010000000000',
      spec: '0.5mm',
      unit: '支',
      quantity: decimal('100'),
      price: decimal('10'),
      net: decimal('1000'),
      taxRate: decimal('13'),
      tax: decimal('130'),
    },
  ],
  net: decimal('1000'),
  tax: decimal('130'),
  gross: decimal('1130'),
  drawer: '张三',
  at: '2026-01-20 10:11:12',
  remark: null,
  issuedAt: '2026-01-20 10:11:15',
  bureau: '国家税务总局宁波市税务局',
}

describe('an invoice in XML', () => {
  test('that was written is read as it was', () => {
    const read = readInvoiceXml(bytes(einvoiceXml(invoice)))
    expect(read).toMatchObject({
      code: null,
      number: invoice.number,
      kind: 'special',
      isRed: false,
      issuedOn: '2026-01-20',
      seller: invoice.seller,
      buyer: invoice.buyer,
    })
    expect(read.lines[0]?.name).toBe('*文具*中性笔 <0.5>')
    expect([read.net, read.tax, read.gross, read.lines[0]?.taxRate].map(String)).toEqual(['1000', '130', '1130', '13'])
  })

  test('whose sums contradict each other is refused', () => {
    const wrong = einvoiceXml({ ...invoice, gross: decimal('1131') })
    expect(() => readInvoiceXml(bytes(wrong))).toThrow('do not add up')
  })

  test('that declares entities is refused', () => {
    const attack = '<?xml version="1.0"?><!DOCTYPE e [<!ENTITY a "b">]><EInvoice>&a;</EInvoice>'
    expect(() => readInvoiceXml(bytes(attack))).toThrow('declares a document type')
  })
})

test('the rows of a page are read from their end', () => {
  const read = readInvoiceText([
    '电子发票（增值税专用发票）',
    '发票号码： 26332000000012345678',
    '开票日期： 2026年01月20日',
    '名称：宁波启川厨具有限公司 名称：得力集团有限公司',
    '统一社会信用代码/纳税人识别号：91330200MA2GT4H85K 统一社会信用代码/纳税人识别号：91310000MA1FL0AB1C',
    '项目名称 规格型号 单位 数量 单价 金额 税率/征收率 税额',
    '*文具*中性笔 0.5mm 黑 支 100 10 1000.00 13% 130.00',
    '*物流辅助服务*收派服务费 47.17 6% 2.83',
    '合 计 ¥1047.17 ¥132.83',
    '价税合计（大写） 壹仟壹佰捌拾元整 （小写） ¥1180.00',
  ])
  expect(read).toMatchObject({
    number: '26332000000012345678',
    kind: 'special',
    buyer: { name: '宁波启川厨具有限公司', taxNumber: '91330200MA2GT4H85K' },
    seller: { name: '得力集团有限公司', taxNumber: '91310000MA1FL0AB1C' },
  })
  expect(
    read.lines.map((line) => [line.name, line.spec, line.unit, line.quantity?.toString(), line.net.toString()]),
  ).toEqual([
    ['*文具*中性笔', '0.5mm 黑', '支', '100', '1000'],
    ['*物流辅助服务*收派服务费', null, null, undefined, '47.17'],
  ])
})

test('a zip gives the invoices in it, and what is none is told beside them', async () => {
  const zip = new JSZip()
  zip.file('1/a.xml', einvoiceXml(invoice))
  zip.file('notes.txt', 'nothing')
  const files = await readInvoiceFiles({ name: 'all.zip', bytes: await zip.generateAsync({ type: 'uint8array' }) })
  expect(files.map((file) => [file.name, file.invoice instanceof Problem])).toEqual([
    ['1/a.xml', false],
    ['notes.txt', true],
  ])
})

describe('a scan', () => {
  const code = '01,31,,26332000000000000001,1130.00,20260105,,9A2F'

  test.each(['bits', 'grey', 'stencil', 'jbig2'] as const)('of %s is known by the square code on it', async (kind) => {
    const [file] = await readInvoiceFiles({ name: 'scan.pdf', bytes: scannedPdf(code, kind) })
    expect(file?.code).toMatchObject({ number: '26332000000000000001', kind: 'special', issuedOn: '2026-01-05' })
    expect(file?.code?.amount.value.toFixed(2)).toBe('1130.00')
  })

  test('with another code on it, or none, says what it lacks', async () => {
    const [file] = await readInvoiceFiles({ name: 'scan.pdf', bytes: scannedPdf('https://example.com', 'bits') })
    expect(file?.code).toBeUndefined()
    expect(file?.invoice).toMatchObject({ text: { zh: expect.stringContaining('读不出号码、日期、金额、销方和明细') } })
  })
})
