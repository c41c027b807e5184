import { addDays } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Id } from '../../base/id.ts'
import type { AnyDocument } from '../../kernel/definition/record.ts'
import { inWork } from '../../kernel/http/work.ts'
import type { WorkSource } from '../../kernel/http/work.ts'
import { calledIn, addRemark } from '../../kernel/talk/remarks.ts'
import type { Subject } from '../../kernel/talk/remarks.ts'
import { addTask } from '../../kernel/talk/tasks.ts'
import { createDashboard } from '../../kernel/watch/dashboards.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { salesDelivery, salesOrder } from '../../domains/sales/index.ts'

interface Colleague {
  readonly id: string
  readonly name: string
  readonly username: string
}

const newest = async (work: Work, definition: AnyDocument, table: string): Promise<Subject | undefined> => {
  const [row] = await work.tx.rows<{ id: string; number: string }>(
    `select id, number from ${table} where company_id = $1 and state = 'posted' order by date desc, number desc limit 1`,
    [work.company],
  )
  return row === undefined
    ? undefined
    : { type: definition.name, id: row.id, label: `${definition.label} ${row.number}` }
}

const sales = (parameters: Readonly<Record<string, string>>) => ({
  report: 'salesSummary',
  parameters,
  span: 'thisMonth',
})

/** What the owner looks at in the morning, shared with whoever sells. */
const layOutBoard = (work: Work) =>
  createDashboard(work, {
    name: '晨会看板',
    roles: ['seller'],
    tiles: [
      {
        kind: 'figure',
        title: '本月销售',
        width: 1,
        question: sales({ by: 'customer' }),
        measure: 'total',
        figure: 'net',
      },
      {
        kind: 'figure',
        title: '本月成交客户',
        width: 1,
        question: sales({ by: 'customer' }),
        measure: 'count',
        figure: '',
      },
      {
        kind: 'chart',
        title: '本月销售 按商品',
        width: 2,
        question: sales({ by: 'item' }),
        measure: 'total',
        figure: 'net',
      },
      {
        kind: 'table',
        title: '本月销售 按客户',
        width: 4,
        question: sales({ by: 'customer' }),
        measure: 'total',
        figure: 'net',
      },
    ],
  })

/** The people of the company talk about an order and a delivery, ask each other for things, and share a dashboard. */
export const talkAboutTrade = async (
  source: WorkSource,
  company: Id<'company'>,
  today: CalendarDate,
): Promise<void> => {
  const colleagues = await inWork(source, { company, actor: { id: 'demo', name: '系统', may: () => true } }, (work) =>
    work.tx.rows<Colleague>(
      `select u.id, u.name, u.username from member m join access."user" u on u.id = m.user_id where m.company_id = $1`,
      [company],
    ),
  )
  const as = async <T>(username: string, step: (work: Work) => Promise<T>): Promise<void> => {
    const who = colleagues.find((one) => one.username === username)
    if (who !== undefined) await inWork(source, { company, actor: { ...who, may: () => true } }, step)
  }
  const named = (username: string) => colleagues.find((one) => one.username === username)
  const say = (work: Work, subject: Subject, text: string) =>
    addRemark(work, subject, { text }, calledIn(text, colleagues))
  await as('销售', async (work) => {
    const order = await newest(work, salesOrder, 'sales_order')
    if (order === undefined) return
    say(work, order, '客户催货，@仓管 这单周五前能发吗？')
    addTask(work, { title: '这张订单周五前备齐发出', dueOn: addDays(today, 2) }, named('仓管'), order)
  })
  await as('仓管', async (work) => {
    const order = await newest(work, salesOrder, 'sales_order')
    if (order !== undefined) say(work, order, '@销售 货够，周四下午装车。')
    const delivery = await newest(work, salesDelivery, 'sales_delivery')
    if (delivery !== undefined) say(work, delivery, '外箱有一只压瘪，已换箱，里面没有问题。')
  })
  await as('老板', async (work) => {
    addTask(work, { title: '把年底前到期的合同列一张表给我', dueOn: addDays(today, 5) }, named('销售'), undefined)
    addTask(work, { title: '与农行谈明年的授信', dueOn: addDays(today, 7) }, named('老板'), undefined)
    await layOutBoard(work)
  })
}
