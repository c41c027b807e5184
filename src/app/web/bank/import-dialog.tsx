import { useEffect, useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import type { Desk } from './bank-data.ts'
import { ImportMapping } from './import-mapping.tsx'
import type { Columns } from './import-mapping.tsx'

type Side = { readonly count: number; readonly amount: string }
type Previewed = {
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

const money = (text: string): string => formatMoneyText(text, false)

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

function Statement({ statement }: { readonly statement: Previewed }): React.JSX.Element {
  return (
    <section className="bank-preview">
      <p>
        <b>{statement.number}</b>{' '}
        {t('bank.summary', {
          count: statement.count,
          in: money(statement.in.amount),
          out: money(statement.out.amount),
        })}
      </p>
      {statement.known > 0 ? <p className="muted">{t('bank.known', { count: statement.known })}</p> : null}
      {statement.leftOut.map((each) => (
        <p key={each.words} className="muted">
          {t('bank.leftOut', each)}
        </p>
      ))}
      {statement.warnings.map((warning) => (
        <p key={warning} className="is-warning">
          {warning}
        </p>
      ))}
      <div className="bank-preview-lines">
        <table>
          <thead>
            <tr>
              <th>{t('bank.date')}</th>
              <th>{t('bank.counterparty')}</th>
              <th>{t('bank.memo')}</th>
              <th className="num">{t('bank.amount')}</th>
              <th className="num">{t('bank.balance')}</th>
            </tr>
          </thead>
          <tbody>
            {statement.lines.slice(0, 60).map((line) => (
              <tr key={line.row} className={line.known ? 'is-known' : undefined}>
                <td>{line.date}</td>
                <td>{line.counterparty}</td>
                <td>{line.memo}</td>
                <td className={line.amount.startsWith('-') ? 'num is-negative' : 'num'}>{money(line.amount)}</td>
                <td className="num">{line.balance === null ? '' : money(line.balance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** 导入流水: what a file would bring in, whose it is and what its columns are; then it is brought in. */
export function ImportDialog(props: {
  readonly open: boolean
  /** A file that was dropped on the page. */
  readonly dropped: File | null
  readonly accounts: Desk['accounts']
  readonly onDone: (account: string | null) => void
  readonly onClose: () => void
}): React.JSX.Element {
  const { open, dropped, accounts, onDone, onClose } = props
  const [file, setFile] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const [said, setSaid] = useState<Said>({ cashAccount: '', mapping: null })
  const [preview, setPreview] = useState<Preview | null>(null)
  const [busy, setBusy] = useState(false)
  const look = async (id: string, next: Said): Promise<void> => {
    setBusy(true)
    try {
      setPreview(await requestJson<Preview>('calls/preview-statement', { method: 'POST', body: asked(id, next) }))
    } catch (error) {
      setPreview(null)
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  const choose = async (chosen: File): Promise<void> => {
    setBusy(true)
    setPreview(null)
    const blank: Said = { cashAccount: '', mapping: null }
    setSaid(blank)
    try {
      const id = await uploaded(chosen)
      setFile({ id, name: chosen.name })
      await look(id, blank)
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  // A file dropped on the page is taken once, when the dialog opens with it.
  useEffect(() => {
    if (open && dropped !== null) void choose(dropped)
  }, [open, dropped])
  const say = (next: Said): void => {
    setSaid(next)
    if (file !== null) void look(file.id, next)
  }
  const statements = preview?.statements ?? []
  const fresh = statements.reduce((sum, each) => sum + each.count - each.known, 0)
  const account = said.cashAccount || statements[0]?.account?.id || ''
  const bring = async (): Promise<void> => {
    if (file === null) return
    setBusy(true)
    try {
      const imported = await requestJson<Imported>('calls/import-statement', {
        method: 'POST',
        body: asked(file.id, { ...said, cashAccount: statements.length > 1 ? said.cashAccount : account }),
      })
      const of = (name: 'added' | 'skipped') => imported.statements.reduce((sum, each) => sum + each[name], 0)
      showToast('done', t('bank.imported', { count: of('added'), skipped: of('skipped') }))
      setFile(null)
      setPreview(null)
      onDone(account === '' ? null : account)
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={open}
      width={900}
      title={t('bank.importTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={busy || fresh === 0 || account === ''}
            onClick={() => void bring()}
          >
            {preview !== null && statements.length > 0 && fresh === 0
              ? t('bank.nothingNew')
              : t('bank.importNow', { count: fresh })}
          </Button>
        </>
      }
    >
      <div className="bank-import">
        <label className="bank-file">
          <input
            type="file"
            className="sr-only"
            accept=".csv,.xlsx,.txt,.xml,.sta,.940"
            aria-label={t('bank.choose')}
            onChange={(event) => {
              const chosen = event.target.files?.[0]
              if (chosen) void choose(chosen)
            }}
          />
          <b>{file?.name ?? t('bank.choose')}</b>
          <span className="faint">
            {preview === null ? t('bank.kinds') : t('bank.format', { label: preview.label })}
          </span>
        </label>
        {preview === null ? null : (
          <label className="bank-account">
            <span>{t('bank.account')}</span>
            <select value={account} onChange={(event) => say({ ...said, cashAccount: event.target.value })}>
              <option value="" />
              {accounts.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
        )}
        {preview === null || preview.columns === null ? null : (
          <ImportMapping
            columns={preview.columns}
            uses={preview.uses}
            mapping={said.mapping ?? preview.columns.mapping}
            onChange={(mapping) => say({ ...said, mapping })}
          />
        )}
        {statements.map((statement, index) => (
          <Statement key={`${index}/${statement.number}`} statement={statement} />
        ))}
      </div>
    </Dialog>
  )
}
