import { defineDomain } from '../../kernel/definition/domain.ts'
import { noteEvent } from './documents/note-event.ts'
import { noteIssued } from './documents/note-issued.ts'
import { noteReceived } from './documents/note-received.ts'
import { closeMaturedBillsProcess, remindBillsProcess } from './processes/close-matured-bills.ts'
import { billRegister, billsDue } from './reports/bill-register.ts'
import { eventToEvent, issuedToEvent, receivedToEvent } from './flows/bill-flows.ts'

export { noteEvent } from './documents/note-event.ts'
export { noteIssued } from './documents/note-issued.ts'
export { noteReceived } from './documents/note-received.ts'

/** 票据: bills of exchange that customers pay with and that suppliers are paid with. */
export const bills = defineDomain({
  name: 'bills',
  label: '票据',
  english: 'Bills of exchange',
  documents: [noteReceived, noteIssued, noteEvent],
  flows: [receivedToEvent, issuedToEvent, eventToEvent],
  reports: [billRegister, billsDue],
  processes: [closeMaturedBillsProcess, remindBillsProcess],
})
