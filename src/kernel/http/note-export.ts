import type { FastifyRequest } from 'fastify'
import { audit } from '../audit/audit.ts'
import { queryOf } from './body.ts'
import { actingOf } from './context.ts'
import type { ServerContext } from './context.ts'
import type { Sheet, SheetRow } from '../transfer/sheet.ts'
import { inWork } from './work.ts'

/** What was taken out of the product as a file. */
export interface Exported {
  readonly type: string
  readonly label: string
  readonly format: string
  readonly rows?: number
}

/** Notes in the trail who took which list out, how many rows, and what was asked for (导出日志). */
export const noteExport = (context: ServerContext, request: FastifyRequest, exported: Exported): Promise<void> => {
  const acting = actingOf(request)
  const { type, label, format, rows } = exported
  const asked = Object.entries(queryOf(request)).map(([name, value]) => `${name}=${value ?? ''}`)
  return inWork(context, acting, async (work) =>
    audit(work, {
      action: 'export',
      type,
      record: acting.company,
      label,
      after: { format, ...(rows === undefined ? {} : { rows }), asked: asked.join(' ').slice(0, 500) },
    }),
  )
}

/** A sheet that notes, once its last row is read or its reader has gone, how many rows were taken out. */
export const notedSheet = (
  context: ServerContext,
  request: FastifyRequest,
  sheet: Sheet,
  exported: Omit<Exported, 'rows' | 'label'>,
): Sheet => {
  async function* rows(): AsyncGenerator<SheetRow> {
    let count = 0
    try {
      for await (const row of sheet.rows) {
        count += 1
        yield row
      }
    } finally {
      await noteExport(context, request, { ...exported, label: sheet.title, rows: count })
    }
  }
  return { ...sheet, rows: rows() }
}
