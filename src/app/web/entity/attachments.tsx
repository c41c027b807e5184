import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request, requestJson } from '../../../ui/api/client.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import { AttachmentsPanel } from '../../../ui/document/attachments-panel.tsx'

type AttachmentRow = { readonly id: string; readonly name: string; readonly size: number }

export type AttachmentsProps = { address: string; id: string; editable: boolean }

/** The files of a record or document: uploaded first, then attached by their id. */
export function Attachments({ address, id, editable }: AttachmentsProps): React.JSX.Element {
  const client = useQueryClient()
  const path = `${address}/${id}/attachments`
  const key = ['attachments', address, id]
  const files = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => requestJson<{ rows: readonly AttachmentRow[] }>(path, { signal }),
  })
  const renew = (): Promise<void> => client.invalidateQueries({ queryKey: key })
  const failed = (error: unknown): void => showToast('error', error instanceof Error ? error.message : String(error))
  const add = async (chosen: readonly File[]): Promise<void> => {
    try {
      for (const file of chosen) {
        const body = new FormData()
        body.append('file', file, file.name)
        const stored = await requestJson<{ id: string }>('files', { method: 'POST', body })
        await requestJson(path, { method: 'POST', body: { file: stored.id } })
      }
    } catch (error) {
      failed(error)
    }
    await renew()
  }
  return (
    <AttachmentsPanel
      attachments={(files.data?.rows ?? []).map((row) => ({ ...row, path: `/api/files/${row.id}` }))}
      onAdd={editable ? add : undefined}
      onRemove={
        editable ? (one) => void request(`${path}/${one}`, { method: 'DELETE' }).then(renew, failed) : undefined
      }
    />
  )
}
