import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, useMemo, useState } from 'react'
import type { AnyDocument, Settings } from '../../../kernel/definition/record.ts'
import { initialValues } from '../../../kernel/definition/derive.ts'
import { api } from '../../../ui/api/client.ts'
import { typeNamed, useCatalogue } from '../catalogue/catalogue.ts'
import { PageLoading, PageProblem } from '../frame/frame-states.tsx'
import { usePage } from '../frame/page.ts'
import { useSession, type Session } from '../session/session.ts'
import { loadDocument } from './definitions.ts'
import { ownDocument, shapedDocument } from './shaped-document.ts'
import { draftFrom, type ConvertedDraft, type DocumentAnswer } from './document-answer.ts'
import { DocumentSheet } from './document-sheet.tsx'
import { emptyLine, headerFieldsOf, type Draft } from './draft-state.ts'
import { shownValues } from './draft-values.ts'
import { usualPlaces } from './usual-places.ts'

const HandVoucherPage = lazy(() =>
  import('../voucher/hand-voucher-page.tsx').then((module) => ({ default: module.HandVoucherPage })),
)

export type DocumentPageProps = {
  /** The address of the type: `sales-delivery`. */
  readonly type: string
  /** Undefined for a new one; `?from=<type>/<id>` begins it with what is open of another. */
  readonly id?: string
}

/** How a new document begins. */
type Beginning = { readonly draft: Draft; readonly answer: ConvertedDraft | DocumentAnswer | null }

function blankDraft(definition: AnyDocument, session: Session, given: Readonly<Record<string, unknown>>): Draft {
  const fields = headerFieldsOf(definition)
  const values = {
    ...shownValues(fields, { ...initialValues(fields, session.today), date: session.today }, () => undefined),
    ...usualPlaces(localStorage, session, definition),
    ...given,
  }
  const header = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Draft['header']
  return {
    header,
    tables: Object.fromEntries(
      Object.entries(definition.tables).map(([name, table]) => [
        name,
        Array.from({ length: Math.max(table.atLeast ?? 0, name === 'lines' ? 1 : 0) }, emptyLine),
      ]),
    ),
  }
}

async function beginning(
  definition: AnyDocument,
  address: string,
  session: Session,
  search: URLSearchParams,
): Promise<Beginning> {
  const [fromType = '', fromId = ''] = (search.get('from') ?? '').split('/')
  if (fromId === '') {
    const party = search.get('party')
    if (party === null) return { draft: blankDraft(definition, session, {}), answer: null }
    const field = Object.entries(definition.header).find(([, one]) => one.target?.name === 'party')
    const found = await api.read<{ id: string; code: string; name: string }>(field?.[1].facet ?? 'party', party)
    const reference = { id: found.id, code: found.code, name: found.name }
    return {
      draft: blankDraft(definition, session, field === undefined ? {} : { [field[0]]: reference }),
      answer: null,
    }
  }
  const isCopy = fromType === address
  const answer = isCopy
    ? await api.read<DocumentAnswer>(address, fromId)
    : await api.convert<ConvertedDraft>(fromType, fromId, address, search.get('flow') ?? undefined)
  const drawn = draftFrom(definition, answer, { copy: isCopy })
  const blank = blankDraft(definition, session, {})
  const filled = Object.entries(drawn.header).filter(([name, value]) => value !== null && name !== 'date')
  return {
    draft: {
      header: { ...blank.header, ...Object.fromEntries(filled) },
      tables: Object.fromEntries(
        Object.entries(drawn.tables).map(([name, lines]) => [
          name,
          lines.length === 0 ? (blank.tables[name] ?? []) : lines,
        ]),
      ),
    },
    answer,
  }
}

type CompanyRow = Readonly<Record<string, string | number | boolean | null>>

const settingsIn = (row: CompanyRow): Settings =>
  Object.fromEntries(
    Object.entries(row).filter(
      (entry): entry is [string, string | boolean | null] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'boolean' || entry[1] === null,
    ),
  )

/** The settings that rules follow; who may not read the company's record works by its usual ones. */
function useSettings(session: Session) {
  const company = session.company?.id ?? ''
  return useQuery({
    queryKey: ['record', 'company', company, 'settings'],
    queryFn: ({ signal }) =>
      api.read<CompanyRow>('company', company, signal).then(settingsIn, (error: unknown) => {
        if (signal.aborted) throw error
        return {}
      }),
    staleTime: 300_000,
  })
}

/** A document of any type: its definition, its rules and what is there of it are loaded, then it is drawn. */
export function DocumentPage({ type: address, id }: DocumentPageProps): React.JSX.Element {
  const session = useSession()
  const page = usePage()
  const client = useQueryClient()
  const type = typeNamed(useCatalogue(), address)
  const [search] = useState(page.search)
  const [round, setRound] = useState(0)
  const product = useQuery({
    queryKey: ['definition', type?.definition],
    queryFn: () => (type?.own === true ? ownDocument(type) : loadDocument(type?.domain ?? '', type?.definition ?? '')),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const loaded = product.data
  const definition = useMemo(
    () =>
      loaded === undefined || type === undefined
        ? undefined
        : type.own
          ? ownDocument(type)
          : shapedDocument(loaded, type),
    [loaded, type],
  )
  const settings = useSettings(session)
  const record = useQuery({
    queryKey: ['record', address, id],
    queryFn: ({ signal }) => api.read<DocumentAnswer>(address, id ?? '', signal),
    enabled: id !== undefined,
  })
  const start = useQuery({
    queryKey: ['beginning', page.path, address, search.toString(), round],
    queryFn: () => beginning(definition as AnyDocument, address, session, search),
    enabled: id === undefined && definition !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  const failed = product.error ?? record.error ?? start.error
  if (failed && record.data === undefined && start.data === undefined)
    return (
      <PageProblem error={failed} onRetry={() => void client.invalidateQueries({ queryKey: ['record', address] })} />
    )
  const answer = id === undefined ? null : (record.data ?? null)
  const ready = definition !== undefined && settings.data !== undefined
  if (!ready || type === undefined || (id === undefined ? start.data === undefined : answer === null))
    return <PageLoading />
  const Sheet = definition.name === 'voucher' ? HandVoucherPage : DocumentSheet
  const draft = answer === null ? (start.data?.draft ?? { header: {}, tables: {} }) : null
  return (
    <Sheet
      key={`${answer?.id ?? 'new'}-${round}`}
      type={type}
      definition={definition}
      settings={settings.data}
      answer={answer}
      draft={draft ?? draftFrom(definition, answer ?? { references: {} })}
      references={answer?.references ?? start.data?.answer?.references}
      from={search.get('from') ?? ''}
      onAgain={() => setRound((was) => was + 1)}
    />
  )
}
