import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { RailSection, RailTable } from '../../../ui/document/rail.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'

type Tried = {
  readonly of: number
  readonly count: number
  readonly since: string
  readonly lines: readonly {
    readonly date: string
    readonly amount: string
    readonly counterparty: string
    readonly memo: string
  }[]
}

const shown = 12

/** 试规则: what a rule, as it is kept, would have spoken of in the last months. */
export function BankRuleTrial({ id }: { id: string }): React.JSX.Element {
  const [tried, setTried] = useState<Tried | null>(null)
  const trial = useMutation({
    mutationFn: () => requestJson<Tried>('calls/test-bank-rule', { query: { rule: id } }),
    onSuccess: setTried,
  })
  return (
    <RailSection title={t('bank.tryRule')}>
      <Button busy={trial.isPending} onClick={() => trial.mutate()}>
        {t('bank.tryRuleNow')}
      </Button>
      {trial.error ? (
        <p className="is-negative small" role="alert">
          {trial.error.message}
        </p>
      ) : null}
      {tried === null ? (
        <p className="faint small">{t('bank.tryRuleAbout')}</p>
      ) : (
        <>
          <p className="small" role="status">
            {t('bank.tried', { since: tried.since, of: tried.of, count: tried.count })}
          </p>
          {tried.lines.length === 0 ? null : (
            <RailTable
              head={[
                { label: t('bank.triedDay') },
                { label: t('bank.triedWho') },
                { label: t('bank.triedAmount'), end: true },
              ]}
              rows={tried.lines
                .slice(0, shown)
                .map((line) => [
                  line.date.slice(5),
                  line.counterparty || line.memo,
                  formatMoneyText(line.amount, false),
                ])}
            />
          )}
        </>
      )}
    </RailSection>
  )
}
