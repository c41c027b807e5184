import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Drawer } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { AttachmentsPanel, type Attachment } from '../../../ui/document/attachments-panel.tsx'
import { HistoryDrawer } from '../../../ui/document/history-drawer.tsx'
import { RailSection } from '../../../ui/document/rail.tsx'
import { t } from '../../../ui/language.ts'
import { useNarrow } from '../../../ui/shell/use-narrow.ts'
import type { DocumentAnswer } from './document-answer.ts'
import type { NameOf } from './draft-values.ts'
import { historyEntries, type TrailRow } from './history-entries.ts'

type FileRow = { readonly id: string; readonly name: string; readonly size: number; readonly createdBy: string }

export type Attachments = {
  readonly list: readonly Attachment[]
  readonly shown: boolean
  readonly open: () => void
  readonly close: () => void
  readonly add?: (files: readonly File[]) => Promise<void>
  readonly remove?: (id: string) => void
}

function tell(error: unknown): void {
  showToast('error', error instanceof ApiProblem ? error.detail : String(error))
}

/** The papers of a document that is saved. */
export function useAttachments(address: string, answer: DocumentAnswer | null): Attachments {
  const client = useQueryClient()
  const [shown, setShown] = useState(false)
  const path = `${address}/${answer?.id ?? ''}/attachments`
  const key = ['record', address, answer?.id, 'attachments']
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => requestJson<{ readonly rows: readonly FileRow[] }>(path, { signal }),
    enabled: answer !== null,
  })
  const renew = (): Promise<void> => client.invalidateQueries({ queryKey: key })
  const add = async (files: readonly File[]): Promise<void> => {
    try {
      for (const file of files) {
        const form = new FormData()
        form.append('file', file)
        const stored = await requestJson<{ readonly id: string }>('files', { method: 'POST', body: form })
        await requestJson(path, { method: 'POST', body: { file: stored.id } })
      }
    } catch (error) {
      tell(error)
    }
    await renew()
  }
  const remove = (id: string): void => {
    requestJson(`${path}/${id}`, { method: 'DELETE' }).then(renew, tell)
  }
  return {
    list: (data?.rows ?? []).map((row) => ({
      id: row.id,
      name: row.name,
      size: row.size,
      by: row.createdBy,
      path: `/api/files/${row.id}`,
    })),
    shown,
    open: () => setShown(true),
    close: () => setShown(false),
    ...(answer === null ? {} : { add, remove }),
  }
}

/** The papers in the rail; where the rail is folded away, in a drawer. */
export function DocumentExtras({ attachments }: { attachments: Attachments }): React.JSX.Element | null {
  const { list, add, remove } = attachments
  if (add === undefined) return null
  return (
    <RailSection title={t('document.attachments')} aside={list.length === 0 ? undefined : String(list.length)}>
      <AttachmentsPanel attachments={list} onAdd={add} onRemove={remove} />
    </RailSection>
  )
}

export function AttachmentsDrawer({ attachments }: { attachments: Attachments }): React.JSX.Element {
  const narrow = useNarrow(768)
  return (
    <Drawer
      open={attachments.shown}
      title={t('document.attachments')}
      onClose={attachments.close}
      width={narrow ? 360 : 400}
    >
      <div className="drawer-note">
        <AttachmentsPanel attachments={attachments.list} onAdd={attachments.add} onRemove={attachments.remove} />
      </div>
    </Drawer>
  )
}

export type DocumentHistoryProps = {
  open: boolean
  onClose: () => void
  definition: AnyDocument
  address: string
  answer: DocumentAnswer | null
  nameOf: NameOf
}

/** Who changed what; asked when it is opened. */
export function DocumentHistory(props: DocumentHistoryProps): React.JSX.Element {
  const { open, onClose, definition, address, answer, nameOf } = props
  const { data } = useQuery({
    queryKey: ['record', address, answer?.id, 'audit', answer?.version],
    queryFn: ({ signal }) =>
      requestJson<{ readonly rows: readonly TrailRow[] }>(`${address}/${answer?.id ?? ''}/audit`, { signal }),
    enabled: open && answer !== null,
  })
  const entries = data === undefined ? null : historyEntries(definition, data.rows, nameOf)
  return <HistoryDrawer open={open} onClose={onClose} entries={entries} />
}
