import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import type { Desk } from './bank-data.ts'
import { ImportMapping } from './import-mapping.tsx'
import type { Previewed, StatementImport } from './use-statement-import.ts'

const money = (text: string): string => formatMoneyText(text, false)

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
export function ImportDialog({
  importing,
  accounts,
}: {
  readonly importing: StatementImport
  readonly accounts: Desk['accounts']
}): React.JSX.Element {
  const { preview, said, busy, account, statements, fresh } = importing
  return (
    <Dialog
      open={importing.isOpen}
      width={900}
      title={t('bank.importTitle')}
      onClose={importing.close}
      actions={
        <>
          <Button onClick={importing.close}>{t('cancel')}</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={busy || fresh === 0 || account === ''}
            onClick={() => void importing.bring()}
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
              if (chosen) importing.begin(chosen)
            }}
          />
          <b>{importing.name ?? t('bank.choose')}</b>
          <span className="faint">
            {preview === null ? t('bank.kinds') : t('bank.format', { label: preview.label })}
          </span>
        </label>
        {preview === null ? null : (
          <label className="bank-account">
            <span>{t('bank.account')}</span>
            <select value={account} onChange={(event) => importing.say({ ...said, cashAccount: event.target.value })}>
              <option value="">—</option>
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
            onChange={(mapping) => importing.say({ ...said, mapping })}
          />
        )}
        {statements.map((statement, index) => (
          <Statement key={`${index}/${statement.number}`} statement={statement} />
        ))}
      </div>
    </Dialog>
  )
}
