import { useCallback, useEffect, useMemo, useState } from 'react'
import type { AnyDocument, Settings } from '../../../kernel/definition/record.ts'
import { definitionLabel } from '../../../ui/derive/label.ts'
import type { References } from '../../../ui/derive/values.ts'
import { t } from '../../../ui/language.ts'
import { useNavigate } from '../../../ui/shell/navigation.tsx'
import { useCatalogue, type RecordType } from '../catalogue/catalogue.ts'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession, type Session } from '../session/session.ts'
import { draftFrom, type DocumentAnswer } from './document-answer.ts'
import type { Doings } from './document-actions.ts'
import type { Question } from './document-dialogs.tsx'
import { useAttachments, type Attachments } from './document-extras.tsx'
import type { Draft } from './draft-state.ts'
import type { Values } from './draft-values.ts'
import { openPaper } from './open-paper.ts'
import { fetchVouchers, useTrace, type LinkedVoucher, type Trace } from './trace.ts'
import { useAutosave, type Autosave } from './use-autosave.ts'
import { useDocumentKeys } from './use-document-keys.ts'
import { useDocumentSteps, type Steps } from './use-document-steps.ts'
import { useDraft, type DraftHandle } from './use-draft.ts'
import { rememberPlaces } from './usual-places.ts'

export type DocumentSheetProps = {
  readonly type: RecordType
  readonly definition: AnyDocument
  readonly settings: Settings
  /** Null for a new one. */
  readonly answer: DocumentAnswer | null
  readonly draft: Draft
  readonly references: References | undefined
  /** What a new one grows out of, as `sales-delivery/<id>`. */
  readonly from: string
  /** Begins another new one on this page. */
  readonly onAgain: () => void
}

/** What lies over a document's page: questions, lists, drawers. */
type Overlay =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'history' }
  | { readonly kind: 'print' }
  | { readonly kind: 'columns' }
  | { readonly kind: 'vouchers'; readonly vouchers: readonly LinkedVoucher[] }

/** A document on its page, apart from how its lines are drawn. */
export type Sheet = {
  readonly props: DocumentSheetProps
  readonly session: Session
  readonly answer: DocumentAnswer | null
  readonly title: string
  readonly may: ReadonlySet<string>
  readonly amending: boolean
  readonly editing: boolean
  readonly draft: DraftHandle
  /** What the header shows: with what follows from the rules while it is written, as stored otherwise. */
  readonly header: Values
  readonly steps: Steps
  readonly trace: Trace
  readonly autosave: Autosave
  readonly attachments: Attachments
  readonly doings: Doings
  /** How often it was printed. */
  readonly prints: number
  /** Counts one printing more. */
  readonly wasPrinted: () => void
  readonly overlay: Overlay | null
  readonly closeOverlay: () => void
  readonly answerQuestion: (question: Question, date: string, reason: string) => void
  readonly reload: () => void
  readonly overwrite: () => void
  readonly discard: () => void
}

/** The part of a number that tells documents of a month apart. */
const shortNumber = (number: string): string => number.split('-').at(-1) ?? number

function rightsOn(session: Session, name: string, answer: DocumentAnswer | null): ReadonlySet<string> {
  if (answer !== null) return new Set(answer.actions)
  const verbs = ['update', 'submit', 'post'] as const
  return new Set(verbs.filter((verb) => session.may(`${name}.${verb === 'update' ? 'create' : verb}`)))
}

/** Everything a document's page does: reading, rules, steps, what is kept, keys, dialogs. */
export function useSheet(props: DocumentSheetProps): Sheet {
  const { type, definition, settings, references } = props
  const session = useSession()
  const catalogue = useCatalogue()
  const page = usePage()
  const navigate = useNavigate()
  const [answer, setAnswer] = useState(props.answer)
  /** How often it was printed, as far as this page knows. */
  const [printed, setPrinted] = useState(0)
  const [amending, setAmending] = useState(false)
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const may = useMemo(() => rightsOn(session, definition.name, answer), [answer, definition, session])
  const editing = amending || may.has('update')
  const draft = useDraft(
    definition,
    settings,
    { draft: props.draft, references, rules: editing },
    { address: type.address, id: answer?.id, enabled: editing && !amending },
  )
  const steps = useDocumentSteps(definition, type.address, answer, draft)
  const trace = useTrace(catalogue, type.address, answer)
  const attachments = useAttachments(type.address, answer)
  const { accept } = draft

  const takeOver = useCallback(
    (next: DocumentAnswer): void => {
      setAnswer(next)
      setAmending(false)
      accept(draftFrom(definition, next), next.references, { rules: next.actions.includes('update') })
    },
    [definition, accept],
  )
  // What someone else saved is shown at once where nothing of ours would be lost.
  const arrived = props.answer
  useEffect(() => {
    if (arrived === null || answer === null || amending || draft.dirty) return undefined
    if (arrived.version <= answer.version) return undefined
    const timer = setTimeout(() => takeOver(arrived), 0)
    return () => clearTimeout(timer)
  }, [arrived, answer, amending, draft.dirty, takeOver])

  const autosave = useAutosave({
    session,
    type: definition.name,
    id: answer?.id ?? (props.from === '' ? 'new' : `new:${props.from}`),
    version: answer?.version ?? null,
    draft: draft.draft,
    dirty: draft.dirty && editing && !amending,
    restore: draft.restore,
  })
  const title = definitionLabel(type)
  const tab = answer === null ? `${t('document.newOne')}${title}` : `${title} ${shortNumber(answer.number)}`
  usePageTitle(tab, draft.dirty)

  const saved = (): void => {
    autosave.forget()
    rememberPlaces(localStorage, session, definition, draft.latest.current.derived.header)
  }
  const finish = (done: DocumentAnswer | null): void => {
    if (done === null) return
    saved()
    if (answer === null) page.moveTo(`/doc/${type.address}/${done.id}`)
    else takeOver(done)
  }
  const again = (done: DocumentAnswer | null): void => {
    if (done === null) return
    saved()
    if (answer === null) props.onAgain()
    else navigate(`/new/${type.address}`)
  }
  const showVouchers = async (): Promise<void> => {
    if (answer === null) return
    const found = await fetchVouchers(type.address, answer.id)
    const [only, ...others] = found
    if (only !== undefined && others.length === 0) navigate(`/voucher/${only.id}`)
    else setOverlay({ kind: 'vouchers', vouchers: found })
  }
  const prints = Math.max(printed, props.answer?.prints ?? 0)
  const here = `${type.address}/${answer?.id ?? ''}`
  const doings: Doings = {
    save: () => void steps.save().then(finish),
    submit: () => void steps.save('submit').then(finish),
    post: () => void steps.save('post').then(finish),
    postAndNew: () => void steps.save('post').then(again),
    act: (action) => void steps.act(action).then((acted) => acted && takeOver(acted)),
    ask: (question) => setOverlay({ kind: 'question', question }),
    amend: () => {
      setAmending(true)
      if (answer !== null) accept(draftFrom(definition, answer), answer.references, { rules: true })
    },
    confirmAmend: () => void steps.amend().then((acted) => acted && takeOver(acted)),
    leaveAmend: () => {
      steps.forget()
      if (answer !== null) takeOver(answer)
    },
    push: ({ address, flow }) => navigate(`/new/${address}?from=${here}&flow=${flow}`),
    copy: () => navigate(`/new/${type.address}?from=${here}`),
    open: navigate,
    create: () => navigate(`/new/${type.address}`),
    print: (paper) => {
      if (answer === null) return
      openPaper(type.address, answer.id, paper)
      setPrinted(prints + 1)
    },
    printBy: () => setOverlay({ kind: 'print' }),
    files: attachments.open,
    vouchers: () => void showVouchers(),
    history: () => setOverlay({ kind: 'history' }),
    columns: () => setOverlay({ kind: 'columns' }),
  }
  const closeOverlay = (): void => {
    setOverlay(null)
    steps.forget()
  }
  const removed = (gone: boolean): void => {
    if (!gone) return
    autosave.forget()
    draft.revert()
    page.close()
  }
  const answerQuestion = (asked: Question, date: string, reason: string): void => {
    if (asked === 'delete') return void steps.remove().then(removed)
    void steps
      .act(asked, asked === 'reverse' ? { date } : asked === 'reject' && reason !== '' ? { reason } : {})
      .then((acted) => {
        if (acted === null) return
        setOverlay(null)
        if (acted.id === answer?.id) return takeOver(acted)
        void steps.reload().then((stored) => stored && takeOver(stored))
        navigate(`/doc/${type.address}/${acted.id}`)
      })
  }
  const up = trace.up.at(-1)?.path
  const down = trace.down[0]?.path
  useDocumentKeys(page.active, {
    save: may.has('update') && !amending ? doings.save : undefined,
    post: may.has('post') && !amending ? doings.post : undefined,
    up: up === undefined ? undefined : () => navigate(up),
    down: down === undefined ? undefined : () => navigate(down),
    vouchers: answer !== null && ['posted', 'closed'].includes(answer.state) ? doings.vouchers : undefined,
  })
  return {
    props,
    session,
    answer,
    title,
    may,
    amending,
    editing,
    draft,
    header: editing ? draft.derived.header : draft.draft.header,
    steps,
    trace,
    autosave,
    attachments,
    doings,
    prints,
    wasPrinted: () => setPrinted(prints + 1),
    overlay,
    closeOverlay,
    answerQuestion,
    reload: () => {
      steps.dismissStale()
      autosave.forget()
      void steps.reload().then((stored) => stored && takeOver(stored))
    },
    overwrite: () => {
      steps.dismissStale()
      void steps.save(undefined, { force: true }).then(finish)
    },
    discard: () => {
      draft.revert()
      autosave.forget()
    },
  }
}
