import { useQuery } from '@tanstack/react-query'
import type { Json } from '../../../base/json.ts'
import { requestJson } from '../../../ui/api/client.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { rowText } from '../catalogue/row-text.ts'
import { lineGross, pricedAtOnce } from './counter-state.ts'
import type { Counter, CounterGift, CounterLine, PricedCounter, PricedLine } from './counter-state.ts'
import type { CounterData } from './use-counter-data.ts'

type Answer = {
  readonly lines: readonly (JsonRow | null)[]
  readonly more: readonly JsonRow[]
}

/** The lines as they are sent: a price only where the cashier set it, so that lists and promotions give the others. */
export const linesToSend = (counter: Counter): readonly Readonly<Record<string, Json>>[] =>
  counter.lines.map(({ item, quantity, price, isByHand }) => ({
    item: item.id,
    unit: item.unit,
    quantity,
    ...(isByHand === true ? { price } : {}),
  }))

/** Who buys, and whether promotions are left out: what the lines are priced by. */
export const headToSend = ({ member, withoutPromotions }: Counter): Readonly<Record<string, Json>> => ({
  ...(member === undefined ? {} : { customer: member.id }),
  ...(withoutPromotions === true ? { withoutPromotions } : {}),
})

const ordinary = '零售价'

const noteOf = (values: JsonRow): string =>
  [rowText(values, 'priceSource'), rowText(values, 'promotion')]
    .filter((part) => part !== '' && part !== ordinary)
    .join('；')

const pricedLine = (line: CounterLine, values: JsonRow | null | undefined, priceIncludesTax: boolean): PricedLine => {
  const said = values ?? {}
  const price = line.isByHand === true ? line.price : rowText(said, 'price') || line.price
  const gross = lineGross({ ...line, price, allowance: rowText(said, 'allowance') }, priceIncludesTax)
  return { price, gross, note: noteOf(said) }
}

const pricedBy = (answer: Answer, counter: Counter, data: CounterData): PricedCounter => ({
  lines: counter.lines.map((line, index) => pricedLine(line, answer.lines[index], data.priceIncludesTax)),
  gifts: answer.more.flatMap((values): CounterGift[] => {
    const item = data.byId(rowText(values, 'item'))
    return item === undefined
      ? []
      : [{ item, quantity: rowText(values, 'quantity'), note: rowText(values, 'promotion') }]
  }),
})

/**
 * What the counter comes to by the price lists and promotions. Until the server has answered, and when it cannot, by the
 * items' own prices; the sale itself is priced by the server again.
 */
export function usePricedCounter(
  counter: Counter,
  data: CounterData,
  at: { readonly date: string; readonly warehouse: string | undefined },
): { readonly priced: PricedCounter; readonly isAsking: boolean } {
  const lines = linesToSend(counter)
  const body = { ...at, ...headToSend(counter), lines }
  const asked = useQuery({
    queryKey: ['counter', 'priced', JSON.stringify(body)],
    queryFn: ({ signal }) => requestJson<Answer>('retail-sale/preview', { method: 'POST', body, signal }),
    enabled: data.ready && lines.length > 0,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  })
  return {
    priced:
      asked.data === undefined ? pricedAtOnce(counter, data.priceIncludesTax) : pricedBy(asked.data, counter, data),
    isAsking: asked.isFetching && asked.data === undefined,
  }
}
