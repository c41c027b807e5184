import { useCallback, useEffect, useMemo, useState } from 'react'
import type { AnyDocument, Settings } from '../../../kernel/definition/record.ts'
import { api } from '../../../ui/api/client.ts'
import { useLatest } from '../../../ui/control/use-latest.ts'
import type { References } from '../../../ui/derive/values.ts'
import type { FieldValue } from '../../../ui/field/field.ts'
import type { LineChange } from '../../../ui/lines/line.ts'
import { EntityCache, wantedBy, type EntityRow, type WantedEntity } from './entity-cache.ts'
import { useProposals, type ProposalsAsked } from './use-proposals.ts'
import {
  changeLines,
  Deriver,
  headerFieldsOf,
  setHeader,
  settleTyped,
  type Derived,
  type Draft,
  type RuleWorld,
} from './draft-state.ts'

export type DraftHandle = {
  readonly draft: Draft
  readonly derived: Derived
  readonly dirty: boolean
  readonly world: RuleWorld
  readonly cache: EntityCache
  /** The newest draft and what follows from it, for handlers that run after others. */
  readonly latest: { readonly current: { readonly draft: Draft; readonly derived: Derived } }
  readonly setField: (name: string, value: FieldValue) => void
  readonly changeTable: (table: string, changes: readonly LineChange[]) => void
  readonly change: (step: (draft: Draft) => Draft) => void
  /** Takes over what was read or saved; from then on it is what the draft is compared with. */
  readonly accept: (draft: Draft, references: References | undefined, options: { rules: boolean }) => void
  /** Shows another draft over the same base: what was kept in this browser. */
  readonly restore: (draft: Draft) => void
  readonly revert: () => void
}

const readEntity = (address: string, id: string): Promise<EntityRow> => api.read<EntityRow>(address, id)

function wantedOf(definition: AnyDocument, draft: Draft, derived: Derived | null): WantedEntity[] {
  const fields = headerFieldsOf(definition)
  return [
    ...wantedBy(fields, draft.header),
    ...(derived === null ? [] : wantedBy(fields, derived.header)),
    ...Object.entries(definition.tables).flatMap(([name, table]) => [
      ...(draft.tables[name] ?? []).flatMap((line) => wantedBy(table.fields, line.typed)),
      ...(derived?.tables[name] ?? []).flatMap((line) => wantedBy(table.fields, line.values)),
    ]),
  ]
}

/** A document in the making with its rules running live, as the same rules will run on the server. */
export function useDraft(
  definition: AnyDocument,
  settings: Settings,
  start: { readonly draft: Draft; readonly references: References | undefined; readonly rules: boolean },
  ask: ProposalsAsked,
): DraftHandle {
  const [cache] = useState(() => {
    const made = new EntityCache(readEntity)
    made.learnNames(start.references)
    return made
  })
  const [world, setWorld] = useState<RuleWorld>(() => ({ settings, lookup: cache.lookup, nameOf: cache.nameOf }))
  const [draft, setDraft] = useState(start.draft)
  const [base, setBase] = useState(start.draft)
  const [unsettled, setUnsettled] = useState<Draft | null>(start.rules ? start.draft : null)
  const [live, setLive] = useState(start.rules)
  const deriver = useMemo(() => new Deriver(definition), [definition])
  const proposals = useProposals(definition, draft, ask)
  const derived = useMemo(() => deriver.derive(draft, world, proposals), [deriver, draft, world, proposals])
  const latest = useLatest({ draft, derived })

  useEffect(() => {
    if (!live) return undefined
    let gone = false
    const wanted = wantedOf(definition, draft, derived)
    const renew = (): RuleWorld => ({ settings, lookup: cache.lookup, nameOf: cache.nameOf })
    const settle = (next: RuleWorld): void => {
      if (unsettled === null) return
      // Somebody may have typed meanwhile; then everything that was read stays as it was read.
      setUnsettled(null)
      if (latest.current.draft !== unsettled) return
      const settled = settleTyped(definition, unsettled, next)
      setDraft(settled)
      setBase(settled)
    }
    if (cache.has(wanted)) {
      if (unsettled !== null) queueMicrotask(() => !gone && settle(renew()))
    } else {
      void cache.load(wanted).then(() => {
        if (gone) return
        const renewed = renew()
        setWorld(renewed)
        settle(renewed)
      })
    }
    return () => {
      gone = true
    }
  }, [live, definition, draft, derived, cache, settings, unsettled, latest])

  const setField = useCallback((name: string, value: FieldValue) => setDraft((was) => setHeader(was, name, value)), [])
  const changeTable = useCallback(
    (table: string, changes: readonly LineChange[]) => {
      const fields = definition.tables[table]?.fields ?? {}
      setDraft((was) => changeLines(was, table, fields, changes, latest.current.derived.tables[table] ?? []))
    },
    [definition, latest],
  )
  const accept = useCallback(
    (next: Draft, references: References | undefined, options: { rules: boolean }) => {
      cache.learnNames(references)
      setWorld({ settings, lookup: cache.lookup, nameOf: cache.nameOf })
      setDraft(next)
      setBase(next)
      setLive(options.rules)
      setUnsettled(options.rules ? next : null)
    },
    [cache, settings],
  )
  const restore = useCallback((next: Draft) => {
    setUnsettled(null)
    setDraft(next)
  }, [])
  const revert = useCallback(() => setDraft(base), [base])
  return {
    draft,
    derived,
    dirty: draft !== base,
    world,
    cache,
    latest,
    setField,
    changeTable,
    change: setDraft,
    accept,
    restore,
    revert,
  }
}
