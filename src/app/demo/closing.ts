import { monthOf } from '../../base/calendar-date.ts'
import { previous } from '../../base/period.ts'
import { hands } from './shop-floor.ts'
import type { Floor } from './shop-floor.ts'
import type { Scene } from './stage.ts'

/** Once its taxes are filed, the month before is reviewed, booked and closed in one go, as the accountant does at 月末结账. */
export const closeBooks = async (floor: Floor, scene: Scene): Promise<void> => {
  const period = previous(monthOf(scene.day))
  if (period < monthOf(floor.agenda.first)) return
  await scene.run(hands.accountant, 'closePeriod', { period, bookAll: true })
}
