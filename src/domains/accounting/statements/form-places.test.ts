import { expect, test } from 'vitest'
import { formPlaces } from './form-places.ts'
import { branchForms, formsFor } from './forms.ts'

test.each(['smallBusiness', 'enterprise'] as const)(
  'both sides of the balance sheet of %s end on one row',
  (standard) => {
    const whole = formsFor(standard)
    for (const forms of [whole, branchForms(whole)]) {
      const places = formPlaces(forms)
      expect(places[0]).toEqual(['流动资产：', '流动负债：'])
      expect(places.at(-1)).toEqual([forms.ties.assets, forms.ties.claims])
      const lines = places.flat().filter((place) => typeof place === 'number')
      expect(lines.toSorted((a, b) => a - b)).toEqual(
        forms.balanceSheetLines.map((line) => line.line).toSorted((a, b) => a - b),
      )
    }
  },
)
