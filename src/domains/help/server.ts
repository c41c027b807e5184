import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { runFindHelp, runReadHelp } from './calls/library-calls.run.ts'
import { runMarkTour, runSeenTours } from './calls/mark-calls.run.ts'
import { help } from './index.ts'
import { helpTables } from './tables.ts'
import { termPhrases, terms } from './terms/terms.ts'

export const helpServer: ServerDomain = {
  name: help.name,
  terms,
  phrases: termPhrases,
  tables: helpTables,
  calls: [runFindHelp, runReadHelp, runSeenTours, runMarkTour],
}
