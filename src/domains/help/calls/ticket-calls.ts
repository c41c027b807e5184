import { defineCall } from '../../../kernel/definition/call.ts'
import { boolean, choice, json, longText, text } from '../../../kernel/definition/field.ts'

export const ticketKinds = { question: '问题', fault: '故障', idea: '建议' } as const
export const ticketUrgencies = { urgent: '紧急：不能做业务', normal: '一般', low: '不急' } as const
export const ticketStates = { open: '待答复', answered: '已答复', solved: '已解决' } as const

const ticket = text({ label: '工单', english: 'Ticket', required: true, maxLength: 40 })

/** 意见反馈: a question, a fault or an idea from a page, with what is known of it there; it becomes a ticket. */
export const sendFeedback = defineCall({
  name: 'sendFeedback',
  label: '意见反馈',
  english: 'Send feedback',
  right: 'session',
  parameters: {
    kind: choice({ label: '类别', english: 'Kind', options: ticketKinds, required: true }),
    urgency: choice({ label: '紧急程度', english: 'Urgency', options: ticketUrgencies, help: '空为一般' }),
    title: text({ label: '标题', english: 'Title', required: true, maxLength: 120 }),
    text: longText({ label: '说明', english: 'Description', required: true }),
    context: json({ label: '所在页面', english: 'Where it was', help: '页面、单据、浏览器、最近的错误' }),
    screenshot: longText({ label: '截图', english: 'Screenshot', help: 'data:image/…;base64，可不附' }),
  },
})

/** 我的工单: what whoever is signed in has sent, and for who answers, everyone's; with the service's clock. */
export const tickets = defineCall({
  name: 'tickets',
  label: '工单',
  english: 'Tickets',
  right: 'session',
  asks: true,
  parameters: { all: boolean({ label: '全部', english: 'Everyone’s', initial: false }) },
})

/** 工单详情: one ticket with all that was said on it. */
export const readTicket = defineCall({
  name: 'readTicket',
  label: '工单详情',
  english: 'Ticket',
  right: 'session',
  asks: true,
  parameters: { ticket },
})

/** 回复工单: by its author, or by who helps, whose first word stops the clock of the answer. */
export const replyTicket = defineCall({
  name: 'replyTicket',
  label: '回复工单',
  english: 'Reply',
  right: 'session',
  parameters: { ticket, text: longText({ label: '内容', english: 'Text', required: true }) },
})

/** 解决工单: it is done; its author or who helps says so. Asked again, it is open again. */
export const solveTicket = defineCall({
  name: 'solveTicket',
  label: '解决工单',
  english: 'Solve the ticket',
  right: 'session',
  parameters: { ticket, solved: boolean({ label: '已解决', english: 'Solved', initial: true }) },
})

/** 服务台: where tickets go, and who the adviser is. */
export const helpDesk = defineCall({
  name: 'helpDesk',
  label: '服务台',
  english: 'Help desk',
  right: 'session',
  asks: true,
  parameters: {},
})

/** 设置服务台. */
export const setHelpDesk = defineCall({
  name: 'setHelpDesk',
  label: '设置服务台',
  english: 'Set the help desk',
  right: 'company.update',
  parameters: {
    mail: text({ label: '收件邮箱', english: 'Mail', maxLength: 120, help: '工单连同诊断包发到这里；空则不发' }),
    adviser: text({ label: '专属顾问', english: 'Adviser', maxLength: 60 }),
    phone: text({ label: '顾问电话', english: 'Telephone', maxLength: 60 }),
    bundle: boolean({ label: '附诊断包', english: 'With diagnostics', initial: true }),
  },
})
