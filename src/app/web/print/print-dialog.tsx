import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlacedPage } from '../../../kernel/print/template/marks.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { pictureOfPage, sharePictures } from './picture-of-page.ts'
import { NumberInput, SelectInput } from './property-inputs.tsx'
import './print-dialog.css'

type Named = { readonly code: string; readonly name: string }

type Printing = { readonly at: string; readonly actor: string; readonly template: string }

/** How many printings are told; the rest is in the interface. */
const toldPrintings = 5

type Props = {
  /** The definition that templates are for, and the address its records are printed at. */
  type: string
  address: string
  ids: readonly string[]
  /** Without a template there is standard paper for it. */
  standard: boolean
  onPrinted: () => void
  onClose: () => void
}

const files = ['escp', 'escpos', 'zpl', 'tspl'] as const
const keptUnder = (type: string): string => `suanpan.printTo.${type}`

const words = (error: unknown): string =>
  error instanceof ApiProblem ? (error.errors[0]?.message ?? error.title) : String(error)

/** Where and by which template records are printed: as PDF, by a printer beside an agent, as a file for a printer, as a picture. */
export function PrintDialog({ type, address, ids, standard, onPrinted, onClose }: Props): React.JSX.Element {
  const templates = useQuery({
    queryKey: ['printing-templates', type],
    queryFn: ({ signal }) =>
      requestJson<{ rows: readonly (Named & { readonly isDefault: boolean })[] }>('printing/templates', {
        query: { type },
        signal,
      }),
  })
  const printers = useQuery({
    queryKey: ['printing-printers'],
    queryFn: ({ signal }) => requestJson<{ rows: readonly Named[] }>('printing/printers', { signal }),
  })
  const [only] = ids.length === 1 ? ids : []
  const log = useQuery({
    queryKey: ['printings', address, only],
    queryFn: ({ signal }) => requestJson<{ rows: readonly Printing[] }>(`${address}/${only ?? ''}/prints`, { signal }),
    enabled: only !== undefined,
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const [to, setTo] = useState(() => localStorage.getItem(keptUnder(type)) ?? 'pdf')
  const [copies, setCopies] = useState(1)
  const [printed, setPrinted] = useState(0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const printerRows = printers.data?.rows ?? []
  const targets = [
    { value: 'pdf', label: t('print.to.pdf') },
    ...printerRows.map((one) => ({ value: `printer:${one.code}`, label: one.name })),
    ...files.map((form) => ({ value: `file:${form}`, label: t(`print.to.${form}`) })),
  ]
  const target = targets.some((one) => one.value === to) ? to : 'pdf'
  const rows = templates.data?.rows ?? []
  const hasDefault = standard || rows.some((one) => one.isDefault)
  const template = chosen ?? (hasDefault ? '' : (rows[0]?.code ?? ''))
  const isMissing = templates.data !== undefined && rows.length === 0 && !(standard && target === 'pdf')
  const query = (more: Readonly<Record<string, string>>): string =>
    new URLSearchParams({
      ids: ids.join(','),
      template,
      copies: String(copies),
      printed: String(printed),
      ...more,
    }).toString()
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
      onPrinted()
      onClose()
    } catch (error) {
      setProblem(words(error))
      setBusy(false)
    }
  }
  const print = (): Promise<void> =>
    attempt(async () => {
      localStorage.setItem(keptUnder(type), target)
      const [kind, code = ''] = target.split(':')
      if (kind === 'printer') {
        await requestJson(`${address}/print`, {
          method: 'POST',
          body: { ids, template, copies, printed, printer: code },
        })
        showToast('done', t('print.sent'))
        return
      }
      globalThis.open(`/api/${address}/print?${query(kind === 'file' ? { form: code } : {})}`, '_blank')
    })
  const share = (): Promise<void> =>
    attempt(async () => {
      const { pages } = await requestJson<{ pages: readonly PlacedPage[] }>(
        `${address}/print?${query({ form: 'pages' })}`,
      )
      const pictures = await Promise.all(pages.map((page, at) => pictureOfPage(page, `${type}-${at + 1}.png`)))
      await sharePictures(pictures, t('print.picture'))
    })
  return (
    <Dialog
      open
      title={t('print.dialog', { count: ids.length })}
      onClose={onClose}
      actions={
        <>
          <Button disabled={busy || rows.length === 0} onClick={() => void share()}>
            {t('print.picture')}
          </Button>
          <Button look="primary" icon="printer" busy={busy} disabled={isMissing} onClick={() => void print()}>
            {t('document.print')}
          </Button>
        </>
      }
    >
      <div className="print-dialog">
        <SelectInput
          label={t('print.template')}
          value={template}
          options={[
            ...(hasDefault ? [{ value: '', label: t('print.byDefault') }] : []),
            ...rows.map((one) => ({ value: one.code, label: one.name })),
          ]}
          onChange={setChosen}
        />
        <SelectInput label={t('print.to')} value={target} options={targets} onChange={setTo} />
        <div className="print-dialog-pair">
          <NumberInput
            label={t('print.copies')}
            value={copies}
            step={1}
            onChange={(value) => setCopies(Math.max(1, value))}
          />
          {ids.length === 1 ? (
            <NumberInput
              label={t('print.printedLines')}
              value={printed}
              step={1}
              onChange={(value) => setPrinted(Math.max(0, value))}
            />
          ) : null}
        </div>
        {printed > 0 ? <p className="faint">{t('print.printedHelp', { count: printed })}</p> : null}
        {(log.data?.rows ?? []).length === 0 ? null : (
          <details>
            <summary>
              {t('print.log')} {log.data?.rows.length}
            </summary>
            {log.data?.rows.slice(0, toldPrintings).map((one) => (
              <p key={`${one.at} ${one.template}`} className="faint">
                {t('print.printedBy', { at: formatMoment(one.at), actor: one.actor, template: one.template })}
              </p>
            ))}
          </details>
        )}
        {isMissing ? (
          <p className="is-negative" role="status">
            {t('print.missing')}
          </p>
        ) : null}
        {problem === null ? null : (
          <p className="is-negative" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}
