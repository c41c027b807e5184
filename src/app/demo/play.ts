import { addDays, daysBetween, monthOf, weekdayOf } from '../../base/calendar-date.ts'
import { agreeOnPrices, askForMore } from './asking.ts'
import { claimExpenses, leaveClaims, setStandards, passBills } from './claiming.ts'
import { stockUp, buy } from './buying.ts'
import { closeBooks } from './closing.ts'
import { letInvoicesGo } from './invoices-going.ts'
import { letInvoicesCome } from './invoices-coming.ts'
import { fileTaxes } from './filing.ts'
import { isNthDay, keep, openBusiness } from './keeping.ts'
import { makeSets } from './making.ts'
import { furnish, own } from './owning.ts'
import { sell } from './selling.ts'
import type { Floor } from './shop-floor.ts'
import type { Scene, Stage } from './stage.ts'

/** Three weeks or so before the end someone travels; never on a Sunday. */
const tripDay = ({ agenda }: Floor) => {
  const day = addDays(agenda.last, -21)
  return weekdayOf(day) === 7 ? addDays(day, 1) : day
}

const workingDay = async (floor: Floor, scene: Scene): Promise<void> => {
  await floor.morning(scene)
  if (scene.day === floor.agenda.first) {
    await openBusiness(floor, scene)
    await furnish(floor, scene)
    await agreeOnPrices(floor, scene)
    await stockUp(floor, scene)
    await setStandards(floor, scene)
  }
  for (const task of floor.agenda.on(scene.day)) await task(scene)
  await buy(floor, scene)
  await keep(floor, scene)
  await sell(floor, scene)
  await own(floor, scene)
  if (isNthDay(scene, 12)) await fileTaxes(floor, scene)
  if (isNthDay(scene, 20)) await closeBooks(floor, scene)
  if (scene.day === tripDay(floor)) await claimExpenses(floor, scene)
  if (scene.isLast) {
    await askForMore(floor, scene)
    await letInvoicesCome(scene)
    await letInvoicesGo(scene)
    await passBills(floor, scene)
    await makeSets(floor, scene)
    await leaveClaims(floor, scene)
  }
}

/** Plays the history from its first day to its last, month by month. */
export const play = async (stage: Stage, floor: Floor, monthDone: (month: string) => Promise<void>): Promise<void> => {
  const { first, last } = floor.agenda
  const days = daysBetween(first, last)
  // On a Sunday nobody works: what is left undone is left on the Saturday.
  const end = days > 0 && weekdayOf(last) === 7 ? days - 1 : days
  for (let passed = 0; passed <= days; passed += 1) {
    const day = addDays(first, passed)
    if (weekdayOf(day) !== 7 || passed === 0) {
      await stage.play(day, passed === end, (scene) => workingDay(floor, scene))
    }
    if (monthOf(addDays(day, 1)) !== monthOf(day)) await monthDone(monthOf(day))
  }
}
