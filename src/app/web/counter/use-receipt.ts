import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PlacedPage } from '../../../kernel/print/template/marks.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import type { ReceiptPaper, Slip } from './receipt.tsx'

type Printer = { readonly code: string; readonly name: string; readonly language: string }

const printerKey = 'suanpan.counter.printer'

/** Receipts: by the printer of this counter (with its drawer and knife), else by the browser; by the company's template, else as usual. */
export function useReceipt(): {
  readonly slip: Slip | null
  readonly printers: readonly Printer[]
  readonly printer: string
  readonly choosePrinter: (code: string) => void
  readonly print: (id: string, paper: ReceiptPaper) => void
} {
  const [slip, setSlip] = useState<Slip | null>(null)
  const [printer, setPrinter] = useState(() => localStorage.getItem(printerKey) ?? '')
  const templates = useQuery({
    queryKey: ['printing-templates', 'retailSale'],
    queryFn: ({ signal }) =>
      requestJson<{ rows: readonly { isDefault: boolean }[] }>('printing/templates', {
        query: { type: 'retailSale' },
        signal,
      }),
  })
  const found = useQuery({
    queryKey: ['printing-printers'],
    queryFn: ({ signal }) => requestJson<{ rows: readonly Printer[] }>('printing/printers', { signal }),
  })
  const printers = (found.data?.rows ?? []).filter((one) => one.language === 'escpos')
  const hasTemplate = templates.data?.rows.some((one) => one.isDefault) === true
  useEffect(() => {
    if (slip !== null) globalThis.print()
  }, [slip])
  const byTemplate = async (id: string, paper: ReceiptPaper): Promise<void> => {
    if (printers.some((one) => one.code === printer)) {
      await requestJson('retail-sale/print', { method: 'POST', body: { ids: [id], printer } })
      return
    }
    const query = { ids: id, form: 'pages' }
    const { pages } = await requestJson<{ pages: readonly PlacedPage[] }>('retail-sale/print', { query })
    setSlip({ paper, pages })
  }
  return {
    slip,
    printers,
    printer,
    choosePrinter: (code) => {
      localStorage.setItem(printerKey, code)
      setPrinter(code)
    },
    print: (id, paper) => {
      if (!hasTemplate) {
        setSlip({ paper, pages: null })
        return
      }
      byTemplate(id, paper).catch(() => {
        // A customer does not wait for a printer that is away.
        showToast('warning', t('print.receiptFailed'))
        setSlip({ paper, pages: null })
      })
    },
  }
}
