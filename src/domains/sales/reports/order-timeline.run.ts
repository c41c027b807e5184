import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { OrderEvent } from './order-events.ts'
import { storyOf } from './order-events.ts'
import { orderTimeline } from './order-timeline.ts'

const steps: Readonly<Record<OrderEvent['kind'], string>> = {
  order: '下单',
  review: '审核',
  notice: '发货通知',
  delivery: '发货',
  signOff: '签收',
}

const states: Readonly<Record<OrderEvent['state'], string>> = { done: '已完成', now: '进行中', open: '未开始' }

const detailOf = ({ kind, state, quantity, detail }: OrderEvent): string | null => {
  if (kind === 'delivery' && state === 'now') return `待发 ${detail ?? ''}`
  if (kind === 'signOff' && state === 'now') return '有货未签收'
  return [quantity === null ? null : `数量 ${quantity.toString()}`, detail].filter(Boolean).join('，') || null
}

export const runOrderTimeline = defineReportRun(orderTimeline, async ({ order }, work) => {
  const { events } = await storyOf(work, order ?? '')
  return {
    rows: events.map((event) => ({
      step: steps[event.kind],
      state: event.state,
      stateLabel: states[event.state],
      at: event.at,
      documentType: event.document?.type ?? null,
      documentId: event.document?.id ?? null,
      documentNumber: event.document?.number ?? null,
      detail: detailOf(event),
    })),
  }
})
