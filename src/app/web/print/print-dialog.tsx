import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlacedPage } from '../../../kernel/print/template/marks.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { pictureOfPage, sharePictures } from './picture-of-page.ts'
import { NumberInput, SelectInput } from './property-inputs.tsx'
import './print-dialog.css'

type Named = { readonly code: string; readonly name: string }

type Props = {
  /** The definition that templates are for, and the address its records are printed at. */
  type: string
  address: string
  ids: readonly string[]
  onPrinted: () => void
  onClose: () => void
}

const files = ['escp', 'escpos', 'zpl', 'tspl'] as const
const keptUnder = (type: string): string => `suanpan.printTo.${type}`

const words = (error: unknown): string =>
  error instanceof ApiProblem ? (error.errors[0]?.message ?? error.title) : String(error)

/** Where and by which template records are printed: as PDF, by a printer beside an agent, as a file for a printer, as a picture. */
export function PrintDialog({ type, address, ids, onPrinted, onClose }: Props): React.JSX.Element {
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
  const [template, setTemplate] = useState('')
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
          <Button disabled={busy} onClick={() => void share()}>
            {t('print.picture')}
          </Button>
          <Button look="primary" icon="printer" busy={busy} onClick={() => void print()}>
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
            { value: '', label: t('print.byDefault') },
            ...(templates.data?.rows ?? []).map((one) => ({ value: one.code, label: one.name })),
          ]}
          onChange={setTemplate}
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
        {problem === null ? null : (
          <p className="is-negative" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}
