import { defineDomain } from '../../kernel/definition/domain.ts'
import { findHelp, readHelp } from './calls/library-calls.ts'
import { markTour, seenTours } from './calls/mark-calls.ts'

/** 帮助: the guide and the know-how library inside, practice, and whoever helps. */
export const help = defineDomain({
  name: 'help',
  label: '帮助',
  english: 'Help',
  always: true,
  calls: [findHelp, readHelp, seenTours, markTour],
})
