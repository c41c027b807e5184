import { useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../../../ui/language.ts'
import { forgetDraft, keepDraft, keptDraft } from './draft-store.ts'
import type { Draft } from './draft-state.ts'

export type AutosaveAsked = {
  readonly session: { readonly user: { readonly id: string }; readonly company: { readonly id: string } | null }
  readonly type: string
  readonly id: string
  readonly version: number | null
  readonly draft: Draft
  /** Whether there is something unsaved that is worth keeping. */
  readonly dirty: boolean
  readonly restore: (draft: Draft) => void
}

export type Autosave = {
  /** 已自动保存 10:46 */
  readonly note: string | undefined
  /** Says that something unsaved was found and shown. */
  readonly restored: string | null
  readonly forget: () => void
}

const clock = (moment: string): string =>
  new Date(moment).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })

/** Keeps what is typed in this browser until it is saved, and brings it back when the page is opened again. */
export function useAutosave(asked: AutosaveAsked): Autosave {
  const { session, type, id, version, draft, dirty, restore } = asked
  const company = session.company?.id ?? ''
  const user = session.user.id
  const place = useMemo(() => ({ company, user, type, id }), [company, user, type, id])
  const [found] = useState(() => keptDraft(localStorage, place))
  const [restored, setRestored] = useState<string | null>(null)
  const [at, setAt] = useState<string | null>(null)

  // Once, for what was found when the page was opened.
  const brought = useRef(false)
  useEffect(() => {
    if (found === null || brought.current) return
    brought.current = true
    restore(found.draft)
    setRestored(
      found.version === version ? t('document.restored', { time: clock(found.savedAt) }) : t('document.restoredOld'),
    )
  }, [found, restore, version])

  /** What was typed last and is not kept yet. */
  const pending = useRef<(() => string | null) | null>(null)
  useEffect(() => {
    if (!dirty) return undefined
    pending.current = () => {
      pending.current = null
      const savedAt = new Date().toISOString()
      return keepDraft(localStorage, place, { savedAt, version, draft }) ? savedAt : null
    }
    const timer = setTimeout(() => {
      const savedAt = pending.current?.() ?? null
      if (savedAt !== null) setAt(savedAt)
    }, 600)
    return () => clearTimeout(timer)
  }, [dirty, draft, place, version])
  // Whoever leaves the page at once, or draws all of it in another language, loses nothing either.
  useEffect(() => () => void pending.current?.(), [])

  return {
    note: dirty && at !== null ? t('document.autosaved', { time: clock(at) }) : undefined,
    restored: dirty ? restored : null,
    forget: () => {
      pending.current = null
      forgetDraft(localStorage, place)
      setRestored(null)
      setAt(null)
    },
  }
}
