import { useQuery, useQueryClient } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'

export type BackupSettings = {
  readonly enabled: boolean
  readonly daily: string
  readonly folder: string
  readonly second: string
  readonly keepDaily: number
  readonly keepWeekly: number
  readonly keepMonthly: number
  readonly drillEvery: number
}

export type BackupRun = {
  readonly id: string
  readonly kind: 'backup' | 'drill'
  readonly reason: 'schedule' | 'asked' | 'upgrade' | 'command'
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly actor: string
  readonly createdAt: string
  readonly endedAt: string | null
  readonly file: string | null
  readonly size: number | null
  readonly isThere: boolean
  readonly error: string | null
  readonly outcome: {
    readonly tables?: number
    readonly files?: number
    readonly bytes?: number
    readonly ledgers?: Readonly<Record<string, string | boolean>>
  } | null
}

export type BackupState = {
  readonly settings: BackupSettings
  readonly hasPassphrase: boolean
  readonly folders: readonly { readonly path: string; readonly free: number | null }[]
  readonly ledgers: readonly { readonly name: string; readonly label: string }[]
  readonly runs: readonly BackupRun[]
}

const key = ['settings', 'backups']

/** The installation's backups; looked at again soon while one is under way. */
export function useBackups() {
  const client = useQueryClient()
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => requestJson<BackupState>('backups', { signal }),
    refetchInterval: (query) =>
      query.state.data?.runs.some((run) => run.state === 'waiting' || run.state === 'running') === true ? 1500 : false,
  })
  return {
    state: found.data,
    readAt: found.dataUpdatedAt,
    error: found.error,
    again: () => client.invalidateQueries({ queryKey: key }),
  }
}

/** A number of bytes as people say it. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), units.length - 1)
  const value = bytes / 1024 ** power
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 }).format(value)} ${units[power]}`
}
