import { decimal, round, zero } from '../../../base/decimal.ts'
import { Icon } from '../../../ui/icons/icon.tsx'
import { Meter, RailColumns, RailFigures, RailSection, RailTable, type RailFigure } from '../../../ui/document/rail.tsx'
import { t } from '../../../ui/language.ts'
import { formatDecimalText, formatMoneyText } from '../../../ui/number/decimal-text.ts'
import {
  creditOf,
  useAllDeals,
  useDeals,
  useItemStock,
  useOpenItems,
  useRow,
  type Side,
  type StockRow,
} from './rail-data.ts'

/** The party as the rail needs it. */
export type RailParty = {
  readonly id: string
  readonly creditLimit: string | null
  readonly paymentDays: number | null
}

export type RailItem = { readonly id: string; readonly code: string; readonly name: string }

const money = (amount: string): string => formatMoneyText(amount, false)

function Credit({
  party,
  side,
  taking,
  posted,
}: {
  party: RailParty
  side: Side
  taking: string
  posted: boolean
}): React.JSX.Element | null {
  const { data } = useOpenItems(party.id, side)
  if (data === undefined) return null
  const { owed, overdue, overdueDays } = creditOf(data)
  const now = decimal(owed)
  const added = posted ? zero : decimal(taking)
  const limit = party.creditLimit === null ? null : decimal(party.creditLimit)
  const left = limit?.minus(now).minus(added)
  const percent = (part: typeof now): number =>
    limit === null || limit.lte(zero) ? 0 : Number(round(part.times(100).div(limit), 0).toString())
  const late: RailFigure[] = decimal(overdue).gt(zero)
    ? [
        {
          label: t('rail.overdue'),
          value: `${money(overdue)}　${t('rail.overdueDays', { days: overdueDays })}`,
          tone: 'warning',
        },
      ]
    : []
  const figures: RailFigure[] =
    side === 'purchase'
      ? [{ label: t(posted ? 'rail.owedNow' : 'rail.owedBefore'), value: money(owed) }, ...late]
      : [
          { label: t('rail.limit'), value: limit === null ? t('rail.noLimit') : money(limit.toString()) },
          { label: t(posted ? 'rail.owedNow' : 'rail.owedBefore'), value: money(owed) },
          ...(left === undefined
            ? []
            : [
                {
                  label: t(posted ? 'rail.left' : 'rail.leftAfter'),
                  value: money(left.toString()),
                  ...(left.isNegative() ? { tone: 'negative' as const } : {}),
                },
              ]),
          ...late,
        ]
  return (
    <RailSection
      title={t(side === 'sale' ? 'rail.credit' : 'rail.payable')}
      aside={party.paymentDays === null ? undefined : t('rail.days', { days: party.paymentDays })}
    >
      {limit !== null && side === 'sale' ? (
        <Meter label={t('rail.credit')} used={percent(now)} taking={percent(added)} />
      ) : null}
      <RailFigures figures={figures} />
    </RailSection>
  )
}

const count = (text: string): string => formatDecimalText(text, { max: 6 })

function ItemStock({ item }: { item: RailItem }): React.JSX.Element | null {
  const { data } = useItemStock(item.id)
  const safety = useRow('item', item.id)?.['safetyStock']
  if (data === undefined) return null
  const { whole, places } = data
  return (
    <RailSection title={item.name} aside={item.code}>
      <RailColumns
        figures={[
          { label: t('rail.onHand'), value: count(whole?.quantity ?? '0') },
          { label: t('rail.available'), value: count(whole?.available ?? '0') },
          { label: t('rail.onOrder'), value: count(whole?.supply ?? '0') },
          { label: t('rail.toDeliver'), value: count(whole?.demand ?? '0') },
          { label: t('rail.frozen'), value: count(whole?.held ?? '0') },
        ]}
      />
      <RailFigures
        figures={[
          ...(typeof safety === 'string' ? [{ label: t('rail.safety'), value: count(safety), small: true }] : []),
          ...places.map((place) => ({
            label: place.warehouse,
            value: t('rail.ofWhichFree', { quantity: count(place.quantity), available: count(place.available) }),
            small: true,
            ...(decimal(place.available).isNegative() ? { tone: 'negative' as const } : {}),
          })),
        ]}
      />
    </RailSection>
  )
}

function Deals({ item, party, side }: { item: string; party: string; side: Side }): React.JSX.Element | null {
  const { data } = useDeals(item, party, side)
  if (data === undefined) return null
  return (
    <RailSection title={t('rail.deals')} aside={t(side === 'sale' ? 'rail.ofCustomer' : 'rail.ofSupplier')}>
      {data.length === 0 ? <p className="faint small">{t('rail.none')}</p> : null}
      {data.length > 0 ? (
        <RailTable
          head={[
            { label: t('rail.date') },
            { label: t('rail.quantity'), end: true },
            { label: t('rail.price'), end: true },
          ]}
          rows={data.map((deal) => [
            deal.date,
            `${count(deal.quantity)} ${deal.unit}`,
            formatDecimalText(deal.price, { min: 2, max: 6 }),
          ])}
        />
      ) : null}
    </RailSection>
  )
}

function AllDeals({ item, side }: { item: string; side: Side }): React.JSX.Element | null {
  const { data } = useAllDeals(item, side)
  if (data === undefined || data.length === 0) return null
  return (
    <RailSection title={t('rail.deals')} aside={t(side === 'sale' ? 'rail.dealsOfAll' : 'rail.dealsOfSuppliers')}>
      <RailTable
        head={[{ label: t('rail.date') }, { label: t('rail.party') }, { label: t('rail.price'), end: true }]}
        rows={data.map((deal) => [
          deal.date.slice(5),
          deal.partyName.slice(0, 11),
          formatDecimalText(deal.price, { min: 2, max: 6 }),
        ])}
      />
    </RailSection>
  )
}

/** Where the price of the line under the cursor came from, what was allowed off it, and from when it can be delivered. */
export type RailPricing = {
  readonly source: string | null
  readonly promotion: string | null
  readonly promise: string | null
}

function Pricing({ pricing }: { pricing: RailPricing }): React.JSX.Element {
  const { source, promotion, promise } = pricing
  return (
    <>
      {source === null && promotion === null ? null : (
        <RailSection title={t('rail.pricing')}>
          {source === null ? null : <p>{source}</p>}
          {promotion === null ? null : <p className="is-positive">{promotion}</p>}
        </RailSection>
      )}
      {promise === null ? null : (
        <RailSection title={t('rail.promise')}>
          <p className={/缺|short/u.test(promise) ? 'is-warning' : undefined}>{promise}</p>
        </RailSection>
      )}
    </>
  )
}

/** A line as the margin needs it: what it brings without tax, and how many base units it takes. */
export type MarginLine = { readonly item: string; readonly net: string | null; readonly base: string | null }

/** What is earned on the document at today's average costs; undefined while a cost is missing or may not be seen. */
export function marginOf(
  lines: readonly MarginLine[],
  stock: ReadonlyMap<string, StockRow>,
): { readonly profit: string; readonly percent: string } | undefined {
  let net = zero
  let cost = zero
  for (const line of lines) {
    const unitCost = stock.get(line.item)?.unitCost ?? null
    if (unitCost === null || line.base === null) return undefined
    net = net.plus(decimal(line.net ?? '0'))
    cost = cost.plus(round(decimal(unitCost).times(decimal(line.base)), 2))
  }
  if (lines.length === 0 || net.isZero()) return undefined
  const profit = net.minus(cost)
  return { profit: profit.toString(), percent: round(profit.times(100).div(net), 1).toString() }
}

function Margin({ margin }: { margin: { profit: string; percent: string } }): React.JSX.Element {
  const negative = margin.profit.startsWith('-') ? { tone: 'negative' as const } : {}
  return (
    <RailSection title={t('rail.margin')} aside={<Icon name="lock" size={12} />}>
      <RailFigures
        figures={[
          { label: t('rail.profit'), value: money(margin.profit), ...negative },
          { label: t('rail.marginRate'), value: `${margin.percent}%`, ...negative },
        ]}
      />
    </RailSection>
  )
}

export type DocumentRailProps = {
  party: RailParty | null
  item: RailItem | null
  pricing: RailPricing
  side: Side
  /** What the document adds to what is owed. */
  taking: string
  posted: boolean
  margin: { profit: string; percent: string } | undefined
  children?: React.ReactNode
}

/** What helps to decide: credit, stock, last prices, margin. */
export function DocumentRail(props: DocumentRailProps): React.JSX.Element {
  const { party, item, pricing, side, taking, posted, margin, children } = props
  return (
    <>
      {party === null && item === null ? (
        <RailSection title={t('document.rail')}>
          <p className="faint small">{t('rail.empty')}</p>
        </RailSection>
      ) : null}
      {party === null ? null : <Credit party={party} side={side} taking={taking} posted={posted} />}
      {item === null ? null : <ItemStock item={item} />}
      <Pricing pricing={pricing} />
      {item === null || party === null ? null : <Deals item={item.id} party={party.id} side={side} />}
      {item === null ? null : <AllDeals item={item.id} side={side} />}
      {margin === undefined ? null : <Margin margin={margin} />}
      {children}
    </>
  )
}
