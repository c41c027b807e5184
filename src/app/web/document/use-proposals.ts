import { useEffect, useState } from 'react'
import type { Json } from '../../../base/json.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { jsonOf } from '../../../ui/derive/values.ts'
import { headerFieldsOf, isBlankLine, type Draft, type Proposals } from './draft-state.ts'

type Answer = { readonly lines: readonly (Readonly<Record<string, Json>> | null)[] }

export type ProposalsAsked = { readonly address: string; readonly id: string | undefined; readonly enabled: boolean }

const none: Proposals = new Map()

/** Whether the server proposes anything for the lines of such documents. */
const isProposed = (definition: AnyDocument): boolean =>
  Object.values(definition.tables['lines']?.fields ?? {}).some((field) => field.proposed === true)

function asked(definition: AnyDocument, draft: Draft, id: string | undefined) {
  const fields = definition.tables['lines']?.fields ?? {}
  const lines = (draft.tables['lines'] ?? []).filter((line) => !isBlankLine(line))
  return {
    keys: lines.map((line) => line.key),
    body: {
      ...(id === undefined ? {} : { id }),
      ...jsonOf(headerFieldsOf(definition), draft.header),
      lines: lines.map((line) => ({
        ...jsonOf(fields, line.typed),
        ...(line.id === undefined ? {} : { id: line.id }),
        ...(line.source === undefined ? {} : { source: line.source }),
      })),
    },
  }
}

/** Prices and promotions as the server would give them if the draft were saved now, by line; asked again as it is typed. */
export function useProposals(definition: AnyDocument, draft: Draft, ask: ProposalsAsked): Proposals {
  const [proposals, setProposals] = useState(none)
  const { address, id, enabled } = ask
  useEffect(() => {
    if (!enabled || !isProposed(definition)) return undefined
    const { keys, body } = asked(definition, draft, id)
    if (keys.length === 0) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      requestJson<Answer>(`${address}/preview`, { method: 'POST', body, signal: stop.signal }).then(
        ({ lines }) => {
          const known = keys.flatMap((key, index) => {
            const values = lines[index]
            return values === null || values === undefined ? [] : [[key, values] as const]
          })
          setProposals(new Map(known))
        },
        // What cannot be read yet has no price yet; saving says what is wrong.
        () => undefined,
      )
    }, 250)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [definition, draft, address, id, enabled])
  return enabled ? proposals : none
}
