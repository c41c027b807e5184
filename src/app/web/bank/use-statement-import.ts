import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import type { Columns } from './import-mapping.tsx'

type Side = { readonly count: number; readonly amount: string }
export type Previewed = {
  readonly account: { readonly id: string; readonly name: string } | null
  readonly number: string
  readonly in: Side
  readonly out: Side
  readonly count: number
  readonly known: number
  readonly leftOut: readonly { readonly words: string; readonly count: number }[]
  readonly warnings: readonly string[]
  readonly lines: readonly {
    readonly row: number
    readonly date: string
    readonly amount: string
    readonly balance: string | null
    readonly counterparty: string
    readonly memo: string
    readonly known: boolean
  }[]
}
type Preview = {
  readonly label: string
  readonly columns: Columns | null
  readonly uses: Readonly<Record<string, string>>
  readonly statements: readonly Previewed[]
}
type Imported = { readonly statements: readonly { readonly added: number; readonly skipped: number }[] }
type Said = { readonly cashAccount: string; readonly mapping: Readonly<Record<string, string>> | null }

async function uploaded(file: File): Promise<string> {
  const body = new FormData()
  body.append('file', file, file.name)
  const { id } = await requestJson<{ readonly id: string }>('files', { method: 'POST', body })
  return id
}

const asked = (file: string, said: Said) => ({
  file,
  ...(said.cashAccount === '' ? {} : { cashAccount: said.cashAccount }),
  ...(said.mapping === null ? {} : { mapping: said.mapping }),
})

const blank: Said = { cashAccount: '', mapping: null }

const complain = (error: unknown): void => showToast('error', error instanceof Error ? error.message : String(error))

/** A file on its way in: sent once, previewed each time something is said of it, and brought in. */
export function useStatementImport(onDone: (account: string) => void) {
  const [isOpen, setOpen] = useState(false)
  const [file, setFile] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const [said, setSaid] = useState<Said>(blank)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [busy, setBusy] = useState(false)
  const take = async (step: () => Promise<void>): Promise<void> => {
    setBusy(true)
    try {
      await step()
    } catch (error) {
      complain(error)
    } finally {
      setBusy(false)
    }
  }
  const look = async (id: string, next: Said): Promise<void> =>
    setPreview(await requestJson<Preview>('calls/preview-statement', { method: 'POST', body: asked(id, next) }))
  const statements = preview?.statements ?? []
  const account = said.cashAccount || (statements[0]?.account?.id ?? '')
  return {
    isOpen,
    busy,
    said,
    preview,
    statements,
    account,
    name: file?.name,
    /** Lines that are not there yet. */
    fresh: statements.reduce((sum, each) => sum + each.count - each.known, 0),
    close: () => setOpen(false),
    /** Opens the dialog, with a file that was dropped or chosen. */
    begin: (chosen: File | null): void => {
      setOpen(true)
      setPreview(null)
      setFile(null)
      setSaid(blank)
      if (chosen === null) return
      void take(async () => {
        const id = await uploaded(chosen)
        setFile({ id, name: chosen.name })
        await look(id, blank)
      })
    },
    say: (next: Said): void => {
      setSaid(next)
      if (file !== null) void take(() => look(file.id, next))
    },
    bring: (): Promise<void> =>
      take(async () => {
        if (file === null) return
        const meant = { ...said, cashAccount: statements.length > 1 ? said.cashAccount : account }
        const imported = await requestJson<Imported>('calls/import-statement', {
          method: 'POST',
          body: asked(file.id, meant),
        })
        const of = (name: 'added' | 'skipped') => imported.statements.reduce((sum, each) => sum + each[name], 0)
        showToast('done', t('bank.imported', { count: of('added'), skipped: of('skipped') }))
        setOpen(false)
        onDone(account)
      }),
  }
}

export type StatementImport = ReturnType<typeof useStatementImport>
