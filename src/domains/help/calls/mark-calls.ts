import { defineCall } from '../../../kernel/definition/call.ts'
import { text } from '../../../kernel/definition/field.ts'

/** 已看过的导览: which tours of pages whoever is signed in has seen. */
export const seenTours = defineCall({
  name: 'seenTours',
  label: '已看过的导览',
  english: 'Tours seen',
  right: 'session',
  asks: true,
  parameters: {},
})

/** 看过导览: a tour was taken or put aside, and is not offered again. */
export const markTour = defineCall({
  name: 'markTour',
  label: '看过导览',
  english: 'Tour seen',
  right: 'session',
  parameters: { tour: text({ label: '导览', english: 'Tour', required: true, maxLength: 40 }) },
})
