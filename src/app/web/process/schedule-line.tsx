import { useQuery } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import type { CatalogueProcess } from '../catalogue/catalogue.ts'

type Schedule = {
  readonly process: string
  readonly daily: string
  readonly last: {
    readonly dueOn: string
    readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | null
    readonly endedAt: string | null
  } | null
}

function lastRun({ last }: Schedule): string {
  if (last === null) return t('schedule.never')
  if (last.state === 'failed') return t('schedule.failed', { at: formatMoment(last.endedAt ?? last.dueOn) })
  if (last.endedAt === null) return t('schedule.running')
  return t('schedule.done', { at: formatMoment(last.endedAt) })
}

/** When a process runs by itself, and what came of its last run. */
export function ScheduleLine({ process }: { process: CatalogueProcess }): React.JSX.Element | null {
  const asked = useQuery({
    queryKey: ['schedules'],
    queryFn: ({ signal }) => requestJson<{ rows: readonly Schedule[] }>('schedules', { signal }),
    enabled: process.schedule !== null,
  })
  const schedule = asked.data?.rows.find((one) => one.process === process.name)
  if (schedule === undefined) return null
  return (
    <p className={schedule.last?.state === 'failed' ? 'is-negative' : 'muted'}>
      {t('schedule.daily', { time: schedule.daily })} · {lastRun(schedule)}
    </p>
  )
}
