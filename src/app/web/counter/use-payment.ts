import { useEffect, useState } from 'react'
import { api } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { useLatest } from '../../../ui/control/use-latest.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { t } from '../../../ui/language.ts'
import { keepPayment, sentPayment } from './kept-counter.ts'
import type { Payment } from './pay-dialog.tsx'

/** No connection, or something between here and the server gave up: the payment may have been taken all the same. */
const unanswered: ReadonlySet<number> = new Set([0, 502, 503, 504])

type PaymentAsked = {
  readonly company: string | undefined
  readonly ready: boolean
  readonly bodyOf: (payment: Payment) => Readonly<Record<string, unknown>>
  readonly onPaid: (made: JsonRow, payment: Payment) => void
  readonly onRefused: (reason: string) => void
}

/**
 * Pays once: what was sent and not answered, because the line broke or the page was left, is sent again as it was. It may
 * have arrived, and is one payment.
 */
export function usePayment({ company, ready, bodyOf, onPaid, onRefused }: PaymentAsked) {
  const [busy, setBusy] = useState(false)
  const pay = (payment: Payment): void => {
    const sent = sentPayment(company) ?? { key: crypto.randomUUID(), body: bodyOf(payment), payment }
    keepPayment(company, sent)
    setBusy(true)
    api
      .create<JsonRow>('retail-sale', sent.body, { step: 'post', idempotencyKey: sent.key })
      .then(
        (made) => {
          keepPayment(company, null)
          onPaid(made, sent.payment)
        },
        (error: unknown) => {
          // What was refused may be paid otherwise; what was not answered waits for its answer.
          const isRefused = error instanceof ApiProblem && !unanswered.has(error.status)
          if (isRefused) keepPayment(company, null)
          onRefused(isRefused ? error.message : t('counter.unanswered'))
        },
      )
      .finally(() => setBusy(false))
  }
  const settleSent = useLatest(() => {
    const sent = sentPayment(company)
    if (sent !== null) pay(sent.payment)
  })
  useEffect(() => {
    if (ready) settleSent.current()
  }, [ready, settleSent])
  return { busy, pay }
}
