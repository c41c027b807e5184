import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { kebab } from '../../../kernel/definition/define.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Tag } from '../../../ui/control/button.tsx'
import { Confirm } from '../../../ui/control/dialog.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { DocumentBar, type DocumentAction } from '../../../ui/document/document-bar.tsx'
import { DocumentPage as DocumentLayout } from '../../../ui/document/document-page.tsx'
import { StatusLine } from '../../../ui/document/status-line.tsx'
import { TraceStrip } from '../../../ui/document/trace-strip.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { Stamp } from '../../../ui/state/state-mark.tsx'
import { VoucherSheet } from '../../../ui/voucher/voucher-sheet.tsx'
import { typeNamed, useCatalogue } from '../catalogue/catalogue.ts'
import { PageLoading, PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { runProcess } from './run-process.ts'
import { longDate, numberDigits, voucherFacts, type VoucherAnswer, type VoucherFacts } from './voucher-facts.ts'
import { VoucherRail } from './voucher-rail.tsx'
import { openVoucherPaper, voucherPaperChoices } from './open-voucher-paper.ts'
import { useVoucherLook } from './use-voucher-look.ts'

type Step = 'reviewVouchers' | 'unreviewVouchers' | 'bookVouchers'

const signatures = (facts: VoucherFacts, maker: string) => [
  { label: t('voucher.supervisor'), name: facts.stage === 'entered' ? '' : facts.reviewer },
  { label: t('voucher.booker'), name: facts.booker },
  { label: t('voucher.reviewer'), name: facts.stage === 'entered' ? '' : facts.reviewer },
  { label: t('voucher.cashier'), name: facts.cashier },
  { label: t('voucher.maker'), name: maker },
]

function stepsOf(facts: VoucherFacts, may: (right: string) => boolean, take: (step: Step) => void, busy: Step | null) {
  const step = (name: Step, label: string, place: DocumentAction['place']): DocumentAction[] =>
    may(`process.${name}`)
      ? [{ key: name, label, place, busy: busy === name, disabled: busy !== null, onSelect: () => take(name) }]
      : []
  if (facts.stage === 'entered') return step('reviewVouchers', t('voucher.review'), 'primary')
  if (facts.stage === 'reviewed')
    return [
      ...step('unreviewVouchers', t('voucher.unreview'), 'main'),
      ...step('bookVouchers', t('voucher.book'), 'primary'),
    ]
  return []
}

/** Takes a step with one voucher, and asks again how it stands. */
function useVoucherSteps(id: string): { busy: Step | null; take: (step: Step) => Promise<void> } {
  const client = useQueryClient()
  const [busy, setBusy] = useState<Step | null>(null)
  const take = async (step: Step): Promise<void> => {
    if (busy !== null) return
    setBusy(step)
    try {
      await runProcess(kebab(step), { vouchers: [id] })
    } catch (error) {
      showToast('error', error instanceof ApiProblem ? error.detail : String(error))
    } finally {
      setBusy(null)
      await client.invalidateQueries({ queryKey: ['report'] })
    }
  }
  return { busy, take }
}

export type VoucherPageProps = { id: string }

/** 记账凭证: any voucher of the books as its ruled paper, with where it came from and how far it is. */
export function VoucherPage({ id }: VoucherPageProps): React.JSX.Element {
  const answer = useQuery({
    queryKey: ['report', 'voucher-lines', id],
    queryFn: ({ signal }) => requestJson<VoucherAnswer>('reports/voucher-lines', { query: { voucher: id }, signal }),
  })
  const facts = answer.data === undefined ? null : voucherFacts(answer.data)
  if (facts !== null) return <Voucher facts={facts} busy={answer.isFetching} />
  if (answer.isPending) return <PageLoading />
  return <PageProblem error={answer.error ?? new Error(t('voucher.notFound'))} onRetry={() => void answer.refetch()} />
}

const marks = { entered: 'draft', reviewed: 'posted', booked: 'done' } as const

function Voucher({ facts, busy }: { facts: VoucherFacts; busy: boolean }): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const page = usePage()
  const [look, setLook] = useVoucherLook()
  const [current, setCurrent] = useState(facts.lines[0]?.key ?? '')
  const [booking, setBooking] = useState(false)
  const steps = useVoucherSteps(facts.id)
  const english = currentLanguage() === 'en'
  const type = typeNamed(catalogue, kebab(facts.source.type))
  const isHand = facts.source.type === 'voucher'
  const digits = numberDigits(facts.number)
  const number = t('voucher.number', { word: facts.word, number: digits })
  usePageTitle(`${t('voucher.title')} ${facts.number}`)
  const take = (step: Step): void => {
    if (step === 'bookVouchers') setBooking(true)
    else void steps.take(step)
  }
  const maker = isHand ? facts.maker : `${t('voucher.system')}${english ? ', ' : '，'}${facts.maker}`
  return (
    <DocumentLayout
      busy={busy || steps.busy !== null}
      bar={
        <DocumentBar
          title={t('voucher.title')}
          number={`${facts.date.slice(0, 7)}　${number}`}
          state={{ state: marks[facts.stage], label: t(`voucher.${facts.stage}`) }}
          tags={<Tag>{facts.kind}</Tag>}
          actions={[
            {
              key: 'print',
              label: t('document.print'),
              place: 'tool',
              icon: 'printer',
              onSelect: () => openVoucherPaper([facts.id]),
              variants: voucherPaperChoices(catalogue).map(({ paper, label }) => ({
                key: paper,
                label,
                onSelect: () => openVoucherPaper([facts.id], paper),
              })),
            },
            ...stepsOf(facts, session.may, take, steps.busy),
          ]}
        >
          <Segmented
            label={t('voucher.look')}
            value={look}
            onChange={setLook}
            options={[
              { value: 'ruled', label: t('voucher.ruled') },
              { value: 'plain', label: t('voucher.plain') },
            ]}
          />
        </DocumentBar>
      }
      trace={
        <TraceStrip
          upLabel={t('voucher.source')}
          up={[
            facts.documents > 1
              ? {
                  key: 'documents',
                  type: type === undefined ? facts.source.type : definitionLabel(type),
                  number: t('voucher.documents', { count: facts.documents }),
                  path: `/report/voucher-documents?voucher=${facts.id}`,
                }
              : {
                  key: facts.source.id,
                  type: type === undefined ? facts.source.type : definitionLabel(type),
                  number: facts.source.number,
                  path: type === undefined ? undefined : `/doc/${type.address}/${facts.source.id}`,
                },
            { key: 'here', type: t('voucher.this'), here: true },
          ]}
          down={[]}
          note={isHand ? undefined : t('voucher.locked')}
        />
      }
      header={null}
      status={<StatusLine hint={t(facts.stage === 'booked' ? 'voucher.alreadyBooked' : 'voucher.afterBooking')} />}
      rail={<VoucherRail facts={facts} line={facts.lines.find((line) => line.key === current)} maker={maker} />}
    >
      <VoucherSheet
        title={t('voucher.title')}
        number={number}
        date={longDate(facts.date, english)}
        attachments={t('voucher.papers', { count: facts.attachments })}
        stamp={
          facts.stage === 'entered' ? undefined : (
            <Stamp
              word={t(facts.stage === 'booked' ? 'voucher.booked' : 'voucher.reviewed')}
              by={facts.stage === 'booked' ? facts.booker : facts.reviewer}
              on={facts.date}
            />
          )
        }
        lines={facts.lines}
        current={current}
        onCurrent={setCurrent}
        plain={look === 'plain'}
        signatures={signatures(facts, maker)}
      />
      <Confirm
        open={booking && page.active}
        title={`${t('voucher.book')} ${number}`}
        text={t('voucher.confirmBook', { number })}
        confirmLabel={t('voucher.book')}
        busy={steps.busy !== null}
        onClose={() => setBooking(false)}
        onConfirm={() => void steps.take('bookVouchers').then(() => setBooking(false))}
      />
    </DocumentLayout>
  )
}
