import { useQuery } from '@tanstack/react-query'
import { kebab } from '../../../kernel/definition/define.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { RailFigures, RailSection, RailSteps } from '../../../ui/document/rail.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import type { VoucherLine } from '../../../ui/voucher/voucher-sheet.tsx'
import { typeNamed, useCatalogue } from '../catalogue/catalogue.ts'
import type { VoucherFacts } from './voucher-facts.ts'

type Row = Readonly<Record<string, string | number | boolean | null>>

const monthOf = (date: string): { from: string; to: string } => {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from: `${date.slice(0, 7)}-01`, to: `${date.slice(0, 7)}-${String(last).padStart(2, '0')}` }
}

const money = (cell: Row[string] | undefined): string =>
  formatMoneyText(cell === null || cell === undefined || cell === '' ? '0' : String(cell), false)

/** What the account of a line comes to in the voucher's month; nothing while no account is chosen. */
export function AccountFigures({ line, date }: { line: VoucherLine; date: string }): React.JSX.Element | null {
  const { code, name } = line.account
  const { from, to } = monthOf(date)
  const { data } = useQuery({
    queryKey: ['report', 'account-balances', code, from],
    queryFn: ({ signal }) =>
      requestJson<{ readonly rows: readonly Row[] }>('reports/account-balances', { query: { from, to }, signal }).then(
        ({ rows }) => rows.find((row) => row['code'] === code) ?? null,
        () => null,
      ),
    enabled: code !== '',
    staleTime: 30_000,
  })
  if (code === '') return null
  const balance = (part: 'opening' | 'closing'): string => {
    const debit = data?.[`${part}Debit`]
    const credit = data?.[`${part}Credit`]
    return debit === null || debit === undefined || debit === '' ? money(credit) : money(debit)
  }
  const month = currentLanguage() === 'en' ? from.slice(0, 7) : `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月`
  return (
    <RailSection title={`${code} ${name.split(' / ')[0] ?? name}`} aside={month}>
      {data ? (
        <RailFigures
          figures={[
            { label: t('voucher.opening'), value: balance('opening') },
            { label: t('voucher.debitOf'), value: money(data['debit']) },
            { label: t('voucher.creditOf'), value: money(data['credit']) },
            { label: t('voucher.closing'), value: balance('closing') },
          ]}
        />
      ) : null}
      <Go to={`/report/detail-ledger?account=${encodeURIComponent(code)}&from=${from}&to=${to}`} className="small">
        {t('voucher.detail')}
      </Go>
    </RailSection>
  )
}

/** The documents that a merged voucher came from. */
function SourceDocuments({ facts }: { facts: VoucherFacts }): React.JSX.Element | null {
  const catalogue = useCatalogue()
  const { data } = useReport<{ readonly rows: readonly Row[] }>('voucher-documents', { voucher: facts.id })
  const text = (cell: Row[string] | undefined): string => String(cell ?? '')
  return (
    <RailSection title={t('voucher.source')} aside={t('voucher.documents', { count: facts.documents })}>
      <ul className="voucher-documents">
        {(data?.rows ?? []).slice(0, shownDocuments).map((row) => {
          const type = typeNamed(catalogue, kebab(text(row['documentType'])))
          const number = text(row['documentNumber'])
          return (
            <li key={text(row['documentId'])}>
              {type === undefined ? number : <Go to={`/doc/${type.address}/${text(row['documentId'])}`}>{number}</Go>}
              <span className="num">{money(row['total'])}</span>
            </li>
          )
        })}
      </ul>
      {facts.documents > shownDocuments ? (
        <Go to={`/report/voucher-documents?voucher=${facts.id}`} className="small">
          {t('voucher.allDocuments')}
        </Go>
      ) : null}
    </RailSection>
  )
}

/** More than fit beside the paper are a page of their own. */
const shownDocuments = 20

export type VoucherRailProps = { facts: VoucherFacts; line: VoucherLine | undefined; maker: string }

/** Beside a voucher: the account under the cursor, and the way the voucher has gone. */
export function VoucherRail({ facts, line, maker }: VoucherRailProps): React.JSX.Element {
  const waiting = (label: string): string => t('voucher.waiting', { label })
  const reviewed = facts.stage !== 'entered'
  return (
    <>
      {facts.documents > 1 ? <SourceDocuments facts={facts} /> : null}
      {line === undefined ? null : <AccountFigures line={line} date={facts.date} />}
      <RailSection title={t('voucher.steps')}>
        <RailSteps
          steps={[
            { label: t('voucher.maker'), text: maker, at: facts.date.slice(5), done: true },
            {
              label: t('voucher.reviewer'),
              text: reviewed ? facts.reviewer : waiting(t('voucher.review')),
              done: reviewed,
            },
            {
              label: t('voucher.booker'),
              text: facts.booker === '' ? waiting(t('voucher.book')) : facts.booker,
              done: facts.booker !== '',
            },
          ]}
        />
      </RailSection>
    </>
  )
}
