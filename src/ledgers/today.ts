import type { CalendarDate } from '../base/calendar-date.ts'
import type { Work } from '../kernel/posting/work.ts'
import { settingsOf } from './settings.ts'

/** The company's day, in its zone. */
export const todayOf = (work: Work): CalendarDate => work.clock.today(settingsOf(work.settings).zone)
