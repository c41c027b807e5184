import { rowText } from '../catalogue/row-text.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { definitionLabel } from '../../../ui/derive/label.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { RailColumns, RailFigures, RailSection, RailTable } from '../../../ui/document/rail.tsx'
import { t } from '../../../ui/language.ts'
import { addMonthsTo } from '../../../ui/list/date-presets.ts'
import { addDecimalTexts, formatDecimalText, formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { BankRuleTrial } from '../bank/bank-rule-trial.tsx'
import { useCatalogue, type RecordType } from '../catalogue/catalogue.ts'
import { useSession } from '../session/session.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { ShareSection } from '../share/share-section.tsx'
import { TalkSection } from '../talk/talk-panel.tsx'
import { Attachments } from './attachments.tsx'

function figure(text: string): string {
  return text === '' ? '0' : formatDecimalText(text)
}

function ItemStock({ id }: { id: string }): React.JSX.Element {
  const whole = useReport<ReportAnswer>('stock-on-hand', { item: id })
  const byPlace = useReport<ReportAnswer>('stock-on-hand', { item: id, byWarehouse: true })
  const row = whole.data?.rows[0]
  return (
    <RailSection title={t('rail.stock')} aside={<Go to={`/report/stock-ledger?item=${id}`}>{t('rail.ledger')}</Go>}>
      <RailColumns
        figures={[
          { label: t('rail.onHand'), value: figure(cell(row, 'quantity')) },
          { label: t('rail.available'), value: figure(cell(row, 'available')) },
          { label: t('rail.onOrder'), value: figure(cell(row, 'supply')) },
          { label: t('rail.toDeliver'), value: figure(cell(row, 'demand')) },
          { label: t('rail.frozen'), value: figure(cell(row, 'held')) },
        ]}
      />
      <RailFigures
        figures={(byPlace.data?.rows ?? []).map((one) => ({
          label: cell(one, 'warehouse'),
          value: t('rail.ofWhichFree', {
            quantity: figure(cell(one, 'quantity')),
            available: figure(cell(one, 'available')),
          }),
          small: true,
        }))}
      />
    </RailSection>
  )
}

/** 库存位置: in which bins it lies, and how much of that may be used; nothing of an item that lies in none. */
function ItemBins({ id }: { id: string }): React.JSX.Element | null {
  const rows = useReport<ReportAnswer>('stock-position', { item: id }).data?.rows ?? []
  if (rows.every((row) => row['binId'] === null)) return null
  return (
    <RailSection title={t('rail.bins')} aside={<Go to={`/report/stock-position?item=${id}`}>{t('rail.position')}</Go>}>
      <RailTable
        head={[
          { label: t('rail.bin') },
          { label: t('rail.onHand'), end: true },
          { label: t('rail.usable'), end: true },
        ]}
        rows={rows
          .filter((row) => cell(row, 'bin') !== '' && cell(row, 'quantity') !== '0')
          .map((row) => [
            `${cell(row, 'warehouse')} ${cell(row, 'bin')}`,
            figure(cell(row, 'quantity')),
            figure(cell(row, 'available')),
          ])}
      />
    </RailSection>
  )
}

/** 商品档案: how many there are, when they were bought, what they cost and sell at; costs for who may see them. */
function ItemCard({ id }: { id: string }): React.JSX.Element | null {
  const row = useReport<ReportAnswer>('item-card', { item: id }).data?.rows[0]
  if (row === undefined) return null
  const money = (name: string): string => (cell(row, name) === '' ? '—' : formatMoneyText(cell(row, name), false))
  const known = (name: string, label: string, value: string) => (name in row ? [{ label, value }] : [])
  return (
    <RailSection title={t('card.title')}>
      <RailFigures
        figures={[
          { label: t('rail.onHand'), value: cell(row, 'mixed') || figure(cell(row, 'onHand')) },
          { label: t('card.boughtOn'), value: cell(row, 'boughtOn') || '—' },
          ...known('boughtAt', t('card.boughtAt'), money('boughtAt')),
          ...known('unitCost', t('card.cost'), money('unitCost')),
          { label: t('card.salePrice'), value: money('salePrice') },
          ...known('stockValue', t('card.value'), money('stockValue')),
          ...known('margin', t('card.margin'), `${money('margin')}　${cell(row, 'marginPercent')}%`),
        ]}
      />
    </RailSection>
  )
}

/** The last documents of an item, the newest first, with what was paid a unit. */
function LastTrades({ id, report, title }: { id: string; report: string; title: string }): React.JSX.Element | null {
  const { today } = useSession()
  const answer = useReport<ReportAnswer>(report, {
    by: 'document',
    item: id,
    from: addMonthsTo(today, -12),
    to: today,
  })
  const rows = [...(answer.data?.rows ?? [])].reverse().slice(0, 4)
  if (rows.length === 0) return null
  return (
    <RailSection title={title}>
      <RailTable
        head={[
          { label: t('rail.number') },
          { label: t('rail.quantity'), end: true },
          { label: t('rail.net'), end: true },
        ]}
        rows={rows.map((row) => [
          cell(row, 'key'),
          formatDecimalText(cell(row, 'quantity')),
          formatMoneyText(cell(row, 'net')),
        ])}
      />
    </RailSection>
  )
}

function PartyBalance({ id }: { id: string }): React.JSX.Element {
  const items = useReport<ReportAnswer>('open-items', { party: id })
  const rows = items.data?.rows ?? []
  const late = rows.filter((row) => Number(cell(row, 'overdueDays')) > 0)
  const sum = (list: typeof rows): string =>
    formatMoneyText(addDecimalTexts(list.map((row) => cell(row, 'open'))), false)
  return (
    <RailSection
      title={t('rail.balance')}
      aside={<Go to={`/report/party-statement?party=${id}`}>{t('rail.statement')}</Go>}
    >
      <RailFigures
        figures={[
          { label: t('rail.open'), value: sum(rows) },
          { label: t('rail.late'), value: sum(late), tone: late.length > 0 ? 'warning' : undefined },
        ]}
      />
      {rows.length > 0 ? (
        <RailTable
          head={[{ label: t('rail.due') }, { label: t('rail.number') }, { label: t('rail.open'), end: true }]}
          rows={rows
            .slice(0, 8)
            .map((row) => [cell(row, 'dueOn'), cell(row, 'documentNumber'), formatMoneyText(cell(row, 'open'), false)])}
        />
      ) : null}
    </RailSection>
  )
}

/** What a card is worth today, and where it is in its life. */
function AssetWorth({ id }: { id: string }): React.JSX.Element | null {
  const list = useReport<ReportAnswer>('asset-list', { card: id })
  const row = list.data?.rows[0]
  if (row === undefined) return null
  return (
    <RailSection title={t('rail.asset')} aside={<Go to="/report/asset-list">{t('rail.assetList')}</Go>}>
      <RailFigures
        figures={[
          { label: t('rail.cost'), value: formatMoneyText(cell(row, 'value'), false) },
          { label: t('rail.depreciated'), value: formatMoneyText(cell(row, 'depreciation'), false) },
          { label: t('rail.netValue'), value: formatMoneyText(cell(row, 'net'), false) },
          { label: t('rail.monthsUsed'), value: `${cell(row, 'used')} / ${cell(row, 'life')}` },
        ]}
      />
    </RailSection>
  )
}

/** Labels to be printed of an item or a lot, and where the lot came from and went. */
function GoodsLinks({ definition, record }: { definition: 'item' | 'lot'; record: JsonRow }): React.JSX.Element {
  const catalogue = useCatalogue()
  const session = useSession()
  const id = rowText(record, 'id')
  const asks: readonly { report: string; asked: Readonly<Record<string, string>> }[] = [
    { report: 'goods-labels', asked: { [definition]: id } },
    ...(definition === 'lot'
      ? [
          { report: 'lot-trace', asked: { lot: id } },
          { report: 'recall-list', asked: { lot: id } },
        ]
      : []),
  ]
  const links = asks.flatMap(({ report, asked }) => {
    const found = catalogue.reports.get(report)
    if (found === undefined || !session.may(`report.${found.name}`)) return []
    const search = new URLSearchParams({ ...asked, asked: '1' }).toString()
    return [{ key: report, label: definitionLabel(found), path: `/report/${report}?${search}` }]
  })
  return (
    <>
      {links.map((link) => (
        <p key={link.key} className="rail-link">
          <Go to={link.path}>{link.label}</Go>
        </p>
      ))}
    </>
  )
}

/** What helps to decide beside a record: stock and trades of an item, what a party owes; and the papers of any. */
export function EntityRail({ type, record }: { type: RecordType; record: JsonRow }): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const id = rowText(record, 'id')
  const asks = (report: string): boolean => {
    const found = catalogue.reports.get(report)
    return found !== undefined && session.may(`report.${found.name}`)
  }
  const editable = session.may(`${type.name}.update`) || session.may(`${type.definition}.update`)
  return (
    <>
      {type.definition === 'item' && record['isService'] !== true && asks('stock-on-hand') ? (
        <ItemStock id={id} />
      ) : null}
      {type.definition === 'item' && record['isService'] !== true && asks('stock-position') ? (
        <ItemBins id={id} />
      ) : null}
      {type.definition === 'item' && record['isService'] !== true && asks('item-card') ? <ItemCard id={id} /> : null}
      {type.definition === 'item' && asks('sales-summary') ? (
        <LastTrades id={id} report="sales-summary" title={t('rail.lastSales')} />
      ) : null}
      {type.definition === 'item' && asks('purchase-summary') && session.seesCost ? (
        <LastTrades id={id} report="purchase-summary" title={t('rail.lastPurchases')} />
      ) : null}
      {type.definition === 'party' && asks('open-items') ? <PartyBalance id={id} /> : null}
      {type.definition === 'assetCard' && asks('asset-list') && session.seesCost ? <AssetWorth id={id} /> : null}
      {type.definition === 'bankRule' && session.may('bank.reconcile') ? <BankRuleTrial id={id} /> : null}
      {(type.definition === 'item' && record['isService'] !== true) || type.definition === 'lot' ? (
        <RailSection title={t('rail.goods')}>
          <GoodsLinks definition={type.definition === 'lot' ? 'lot' : 'item'} record={record} />
        </RailSection>
      ) : null}
      <ShareSection address={type.address} definition={type.definition} id={id} />
      <RailSection title={t('rail.attachments')}>
        <Attachments address={type.address} id={id} editable={editable} />
      </RailSection>
      <TalkSection address={type.address} id={id} />
    </>
  )
}
