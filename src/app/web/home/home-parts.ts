import { wordsOf, type WaitingApproval } from '../approvals/use-approvals.ts'
import { rowText } from '../catalogue/row-text.ts'
import { definitionLabel } from '../../../ui/derive/label.ts'
import type { JsonRow, References } from '../../../ui/derive/values.ts'
import type { AgePart, AlertEntry, TaskEntry } from '../../../ui/home/panel.tsx'
import type { HeadlineFigure } from '../../../ui/home/figures.tsx'
import { t } from '../../../ui/language.ts'
import { addDecimalTexts, formatDecimalText, formatMoneyText, isZeroText } from '../../../ui/number/decimal-text.ts'
import type { Catalogue, RecordType } from '../catalogue/catalogue.ts'
import { goTo } from '../frame/navigate.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { brief, negated, percentText, shareOf } from './show-figures.ts'
import type { Span } from './span.ts'
import type { Cockpit, Waiting } from './use-cockpit.ts'

export function total(answer: ReportAnswer | undefined, name: string): string {
  return cell(answer?.totals, name) || '0'
}

/** A rise or fall against the stretch before; nothing where there was nothing. */
function changeOf(now: string, before: string, span: Span): HeadlineFigure['change'] {
  const difference = addDecimalTexts([now, negated(before)])
  const text = percentText(difference, before)
  if (text === null || isZeroText(difference)) return undefined
  return {
    direction: difference.startsWith('-') ? 'down' : 'up',
    text: text.replace('-', ''),
    against: t(`home.before.${span}`),
  }
}

/** The row of figures, those this person may see. */
export function headlineFigures(cockpit: Cockpit, span: Span, seesCost: boolean): HeadlineFigure[] {
  const { seesSales, sums, sumsBefore, range, collected, paid, cash, stock } = cockpit
  const days = `from=${range.from}&to=${range.to}&asked=1`
  const listed = encodeURIComponent(JSON.stringify([{ key: 'date', type: 'range', from: range.from, to: range.to }]))
  const word = t(`home.span.${span}`)
  const margin = sums === undefined ? null : percentText(sums.profit, sums.net)
  return [
    ...(seesSales
      ? [
          {
            key: 'sales',
            label: t('home.sales', { span: word }),
            amount: sums?.net,
            change: sums === undefined ? undefined : changeOf(sums.net, sumsBefore.net, span),
            onOpen: () => goTo(`/report/sales-summary?by=customer&${days}`),
          },
        ]
      : []),
    ...(seesSales && seesCost
      ? [
          {
            key: 'profit',
            label: t('home.profit', { span: word }),
            amount: sums?.profit,
            notes: margin === null ? [] : [t('home.margin', { margin })],
            onOpen: () => goTo(`/report/sales-summary?by=item&${days}`),
          },
        ]
      : []),
    ...(collected
      ? [
          {
            key: 'in',
            label: t('home.collected', { span: word }),
            amount: collected.amount,
            notes: [t('home.times', { count: collected.count })],
            onOpen: () => goTo(`/list/collection?filters=${listed}`),
          },
        ]
      : []),
    ...(paid
      ? [
          {
            key: 'out',
            label: t('home.paid', { span: word }),
            amount: paid.amount,
            notes: [t('home.times', { count: paid.count })],
            onOpen: () => goTo(`/list/payment?filters=${listed}`),
          },
        ]
      : []),
    ...(cash
      ? [
          {
            key: 'cash',
            label: t('home.cash'),
            amount: cash.amount,
            notes: [t('home.accounts', { count: cash.count })],
            onOpen: () => goTo('/report/cash-journal'),
          },
        ]
      : []),
    ...(stock && seesCost
      ? [
          {
            key: 'stock',
            label: t('home.stock'),
            amount: total(stock, 'amount'),
            notes: [t('home.items', { count: stock.rows.length })],
            onOpen: () => goTo('/report/stock-on-hand'),
          },
        ]
      : []),
  ]
}

const buckets = [
  ['notDue'],
  ['to30'],
  ['to60'],
  ['to90'],
  ['to180'],
  ['to365', 'over365'],
] as const satisfies readonly (readonly string[])[]

/** What is owed of an age: advances and credits of others take nothing off it. */
const owedAt = (aging: ReportAnswer, names: readonly string[]): string =>
  addDecimalTexts(
    names.flatMap((name) => aging.rows.map((row) => cell(row, name)).filter((text) => text !== '' && Number(text) > 0)),
  )

/** Receivables by age, without what was paid ahead; the last two ages are one here. */
export function ageParts(aging: ReportAnswer): AgePart[] {
  const amounts = buckets.map((names) => owedAt(aging, names))
  const whole = addDecimalTexts(amounts)
  const labels = [t('age.notDue'), '0–30', '31–60', '61–90', '91–180', '>180']
  return amounts.map((amount, index) => ({
    label: labels[index] ?? '',
    value: brief(amount),
    share: shareOf(amount, whole),
  }))
}

export function overdueOf(row: ReportAnswer['rows'][number] | undefined): string {
  return addDecimalTexts([cell(row, 'balance') || '0', negated(cell(row, 'notDue') || '0')])
}

/** The customers who owe most. */
export function debtors(aging: ReportAnswer, most = 5) {
  return [...aging.rows]
    .sort((a, b) => Number(cell(b, 'balance')) - Number(cell(a, 'balance')))
    .slice(0, most)
    .map((row) => ({
      key: cell(row, 'party') || cell(row, 'partyName'),
      path: `/report/open-items?party=${cell(row, 'party')}&side=receivable`,
      cells: {
        name: cell(row, 'partyName').replace(/^[\w-]+ /, ''),
        owed: formatMoneyText(cell(row, 'balance')),
        late: Number(overdueOf(row)) > 0 ? formatMoneyText(overdueOf(row)) : '',
      },
    }))
}

/** What sold best this month, with a bar for each against the first. */
export function bestSellers(items: ReportAnswer, most = 7) {
  const first = cell(items.rows[0], 'net')
  return items.rows.slice(0, most).map((row) => {
    const [code = '', ...name] = cell(row, 'key').split(' ')
    const margin = cell(row, 'margin')
    return {
      key: code,
      path: `/doc/item/${encodeURIComponent(code)}`,
      share: shareOf(cell(row, 'net'), first),
      cells: {
        name: name.join(' '),
        quantity: formatDecimalText(cell(row, 'quantity')),
        sales: formatDecimalText(cell(row, 'net'), { max: 0 }),
        rate: margin === '' ? '' : `${formatDecimalText(margin, { max: 1, min: 1 })}%`,
      },
    }
  })
}

function partyOf(type: RecordType, row: JsonRow, references: References): string {
  for (const name of ['customer', 'supplier', 'party', 'employee', 'warehouse']) {
    const id = row[name]
    const target = type.fields[name]?.target?.name ?? ''
    if (typeof id === 'string') return references[target]?.[id]?.name ?? ''
  }
  return typeof row['remark'] === 'string' ? row['remark'] : ''
}

export function tasksOf(catalogue: Catalogue, waiting: readonly Waiting[], most = 4): TaskEntry[] {
  return waiting.slice(0, most).flatMap(({ type: address, row, page }): TaskEntry[] => {
    const type = catalogue.types.get(address)
    if (type === undefined) return []
    const gross = row['totalGross'] ?? row['totalAmount'] ?? row['amount'] ?? row['totalDebit']
    return [
      {
        key: rowText(row, 'id'),
        type: definitionLabel(type),
        title: partyOf(type, row, page.references ?? {}),
        amount: typeof gross === 'string' ? formatMoneyText(gross) : undefined,
        number: rowText(row, 'number'),
        by: typeof row['updatedBy'] === 'string' ? row['updatedBy'] : undefined,
        path: `/doc/${address}/${rowText(row, 'id')}`,
        at: typeof row['date'] === 'string' ? row['date'].slice(5) : undefined,
      },
    ]
  })
}

/** What waits for this person's approval, as tasks. */
export function approvalTasks(catalogue: Catalogue, rows: readonly WaitingApproval[], most = 4): TaskEntry[] {
  return rows.slice(0, most).map((row) => {
    const type = catalogue.types.get(row.address)
    return {
      key: row.id,
      type: type === undefined ? row.label : definitionLabel(type),
      title: wordsOf(row.reasons),
      number: row.number,
      by: row.submittedBy,
      path: `/doc/${row.address}/${row.document}`,
      at: row.submittedAt.slice(5, 10),
    }
  })
}

/** Late receivables: how many parties and how much. */
function lateAlert(aging: ReportAnswer | undefined): AlertEntry[] {
  const late = (aging?.rows ?? []).filter((row) => Number(overdueOf(row)) > 0)
  if (late.length === 0) return []
  const sum = addDecimalTexts(late.map(overdueOf))
  return [
    {
      key: 'late',
      kind: t('alert.late'),
      tone: 'negative',
      title: t('alert.lateText'),
      value: `${t('alert.parties', { count: late.length })} · ${brief(sum)}`,
      path: '/report/open-items?side=receivable&overdue=true',
    },
  ]
}

function openAlert(
  open: ReportAnswer | undefined,
  type: string,
  address: string,
  kind: string,
  title: string,
): AlertEntry[] {
  const count = Number(open?.rows.find((row) => row['type'] === type)?.['open'] ?? 0)
  if (count === 0) return []
  const state = JSON.stringify([
    {
      key: 'state',
      type: 'any',
      values: ['posted', 'partial'].map((value) => ({
        value,
        label: t(value === 'posted' ? 'state.posted' : 'state.partial'),
      })),
    },
  ])
  return [
    {
      key: type,
      kind,
      tone: 'neutral',
      title,
      value: t('alert.documents', { count }),
      path: `/list/${address}?filters=${encodeURIComponent(state)}`,
    },
  ]
}

/** What needs a look, each with the list behind it. */
export function alertsOf({ receivable, short, open }: Cockpit): AlertEntry[] {
  const count = short?.rows.length ?? 0
  const stock: AlertEntry[] =
    count === 0
      ? []
      : [
          {
            key: 'short',
            kind: t('alert.short'),
            tone: 'warning',
            title: t('alert.shortText'),
            value: t('alert.items', { count }),
            path: '/report/stock-on-hand?short=true&asked=1',
          },
        ]
  return [
    ...lateAlert(receivable),
    ...stock,
    ...openAlert(open, 'salesOrder', 'sales-order', t('alert.deliver'), t('alert.deliverText')),
    ...openAlert(open, 'purchaseOrder', 'purchase-order', t('alert.receive'), t('alert.receiveText')),
    ...openAlert(open, 'salesDelivery', 'sales-delivery', t('alert.invoice'), t('alert.invoiceText')),
    ...openAlert(open, 'purchaseReceipt', 'purchase-receipt', t('alert.estimate'), t('alert.estimateText')),
  ]
}
