import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { documentActions, isDocumentAction } from '../../../kernel/documents/lifecycle.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { api } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { bodyOf, nothingPlaced, placeByLine, type DocumentBody, type Placed } from './document-body.ts'
import type { DocumentAnswer } from './document-answer.ts'
import type { DraftHandle } from './use-draft.ts'

export type Steps = {
  readonly busy: string | null
  readonly placed: Placed
  /** Someone else saved first. */
  readonly stale: boolean
  readonly dismissStale: () => void
  /** Saves what is on the page, and takes the step after it in the same transaction if it is a new document. */
  readonly save: (then?: 'submit' | 'post', options?: { force?: boolean }) => Promise<DocumentAnswer | null>
  readonly act: (action: string, body?: Readonly<Record<string, unknown>>) => Promise<DocumentAnswer | null>
  readonly amend: () => Promise<DocumentAnswer | null>
  readonly remove: () => Promise<boolean>
  /** The document as it is stored now. */
  readonly reload: () => Promise<DocumentAnswer | null>
  /** What went wrong with the last step, for a dialog that asked for it. */
  readonly problem: string | null
  readonly forget: () => void
}

const wordOf = (action: string): string => {
  if (!isDocumentAction(action)) return action
  return currentLanguage() === 'en' ? documentActions[action].english : documentActions[action].label
}

/** Lets what is typed in the cell under the cursor arrive before it is sent; the cursor stays where it was. */
async function settleTyping(): Promise<void> {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || !focused.matches('input, textarea')) return
  focused.blur()
  await new Promise((resolve) => setTimeout(resolve, 0))
  if (focused.isConnected) focused.focus({ preventScroll: true })
}

/** Everything a document does on the server. One step at a time: a second click while one is under way does nothing. */
export function useDocumentSteps(
  definition: AnyDocument,
  address: string,
  answer: DocumentAnswer | null,
  draft: DraftHandle,
): Steps {
  const client = useQueryClient()
  const running = useRef(false)
  // The key of a new document outlives a lost answer: whoever saves again after a dropped connection gets the same one.
  const creating = useRef<{ text: string; key: string } | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [placed, setPlaced] = useState<Placed>(nothingPlaced)
  const [stale, setStale] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const fail = (error: unknown, sent: DocumentBody['sent']): void => {
    if (!(error instanceof ApiProblem)) throw error
    if (error.type.endsWith(':stale')) {
      setStale(true)
      return
    }
    const next = placeByLine(error.errors, sent)
    setPlaced(error.errors.length === 0 ? { ...next, rest: [error.detail] } : next)
    setProblem([error.detail, ...next.rest].join('\n'))
    if (error.errors.length === 0 || next.rest.length > 0)
      showToast('error', [error.detail, ...next.rest].join('　') + referenceOf(error))
  }

  const run = async <Result>(
    name: string,
    sent: DocumentBody['sent'],
    step: () => Promise<Result>,
  ): Promise<Result | null> => {
    if (running.current) return null
    running.current = true
    setBusy(name)
    setProblem(null)
    try {
      const result = await step()
      setPlaced(nothingPlaced)
      return result
    } catch (error) {
      fail(error, sent)
      return null
    } finally {
      running.current = false
      setBusy(null)
    }
  }

  const remember = (next: DocumentAnswer): void => {
    client.setQueryData(['record', address, next.id], next)
    void client.invalidateQueries({ queryKey: ['list', address] })
    void client.invalidateQueries({ queryKey: ['report'] })
  }

  const keyFor = (body: unknown): string => {
    const text = JSON.stringify(body)
    if (creating.current?.text !== text) creating.current = { text, key: crypto.randomUUID() }
    return creating.current.key
  }

  const write = async (
    { body }: DocumentBody,
    step: 'submit' | 'post' | undefined,
    force: boolean,
  ): Promise<DocumentAnswer> => {
    if (answer === null) {
      const idempotencyKey = keyFor({ body, step })
      return api.create<DocumentAnswer>(address, body, { ...(step === undefined ? {} : { step }), idempotencyKey })
    }
    const version = force ? (await api.read<DocumentAnswer>(address, answer.id)).version : answer.version
    // The step that was asked for follows; the company's own way of saving must not come before it.
    const stay = step === undefined ? undefined : 'draft'
    const saved =
      draft.dirty || force ? await api.change<DocumentAnswer>(address, answer.id, body, version, stay) : answer
    if (step === undefined) return saved
    remember(saved)
    return api.act<DocumentAnswer>(address, answer.id, step, {}, { version: saved.version })
  }

  const save: Steps['save'] = async (then, options = {}) => {
    if (running.current) return null
    await settleTyping()
    const now = draft.latest.current
    const content = bodyOf(definition, now.draft, now.derived)
    const done = await run(then ?? 'save', content.sent, () => write(content, then, options.force === true))
    if (done === null) return null
    remember(done)
    const { number } = done
    showToast(
      'done',
      done.state === 'posted'
        ? t('document.posted', { number })
        : then === undefined
          ? t('document.saved', { number })
          : t('document.done', { number, action: wordOf(then) }),
    )
    return done
  }

  const act: Steps['act'] = async (action, body = {}) => {
    if (answer === null) return null
    const done = await run(action, {}, () =>
      api.act<DocumentAnswer>(address, answer.id, action, body, { version: answer.version }),
    )
    if (done === null) return null
    remember(done)
    showToast('done', t('document.done', { number: answer.number, action: wordOf(action) }))
    return done
  }

  const amend = async (): Promise<DocumentAnswer | null> => {
    if (answer === null || running.current) return null
    await settleTyping()
    const now = draft.latest.current
    const content = bodyOf(definition, now.draft, now.derived)
    const done = await run('amend', content.sent, () =>
      api.act<DocumentAnswer>(address, answer.id, 'amend', content.body, { version: answer.version }),
    )
    if (done === null) return null
    remember(done)
    showToast('done', t('document.done', { number: done.number, action: wordOf('amend') }))
    return done
  }

  const remove = async (): Promise<boolean> => {
    if (answer === null) return false
    const done = await run('delete', {}, async () => {
      await api.remove(address, answer.id, answer.version)
      return true
    })
    if (done === null) return false
    void client.invalidateQueries({ queryKey: ['list', address] })
    return true
  }

  const reload = async (): Promise<DocumentAnswer | null> => {
    if (answer === null) return null
    const next = await run('reload', {}, () => api.read<DocumentAnswer>(address, answer.id))
    if (next !== null) remember(next)
    return next
  }

  return {
    busy,
    placed,
    stale,
    dismissStale: () => setStale(false),
    save,
    act,
    amend,
    remove,
    reload,
    problem,
    forget: () => {
      setProblem(null)
      setPlaced(nothingPlaced)
    },
  }
}

const referenceOf = (error: ApiProblem): string =>
  error.status >= 500 && error.reference !== undefined ? `（${t('document.reference')} ${error.reference}）` : ''
