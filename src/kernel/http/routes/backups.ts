import { existsSync } from 'node:fs'
import { mkdir, statfs } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Json } from '../../../base/json.ts'
import { audit } from '../../audit/audit.ts'
import { enqueueRun, isUnderWay, listRuns } from '../../backup/backup-runs.ts'
import type { RunKind } from '../../backup/backup-runs.ts'
import { backupFolder, readBackupSettings, saveBackupSettings } from '../../backup/backup-settings.ts'
import { ledgersOf } from '../../backup/backup-watch.ts'
import { conflict, fieldProblem, invalid } from '../../definition/problem.ts'
import type { Work } from '../../posting/work.ts'
import { bodyOf } from '../body.ts'
import { answer, change } from '../context.ts'
import type { ServerContext } from '../context.ts'

const roomIn = async (folder: string): Promise<{ readonly path: string; readonly free: number | null }> => ({
  path: folder,
  free: await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  ),
})

const stateOf = async (context: ServerContext, work: Work): Promise<Json> => {
  const { settings, passphrase } = await readBackupSettings(work.tx)
  const folder = backupFolder(settings, context.dataDir)
  const runs = (await listRuns(work.tx)).map((run) => ({
    ...run,
    isThere: run.file !== null && existsSync(run.file),
    size: run.size === null ? null : Number(run.size),
  }))
  const rooms = await Promise.all([folder, ...(settings.second === '' ? [] : [settings.second])].map(roomIn))
  return JSON.parse(
    JSON.stringify({
      settings,
      hasPassphrase: passphrase !== undefined,
      folders: rooms,
      ledgers: ledgersOf(context.installed).map(({ name, label }) => ({ name, label })),
      runs,
    }),
  ) as Json
}

/** A folder that cannot be written is refused when it is said, not in the night. */
const refuseFolders = async (input: Readonly<Record<string, unknown>>): Promise<void> => {
  for (const name of ['folder', 'second']) {
    const path = input[name]
    if (typeof path !== 'string' || path.trim() === '') continue
    try {
      await mkdir(path.trim(), { recursive: true, mode: 0o700 })
    } catch (error) {
      throw invalid('文件夹不能使用', 'The folder cannot be used', [
        fieldProblem(name, `不能建立此文件夹：${String(error)}`, `cannot be made: ${String(error)}`),
      ])
    }
  }
}

const ask = async (work: Work, kind: RunKind): Promise<Json> => {
  if (await isUnderWay(work.tx, kind))
    throw conflict(
      kind === 'backup' ? '备份正在进行，请稍候' : '恢复演练正在进行，请稍候',
      kind === 'backup' ? 'A backup is under way' : 'A drill is under way',
    )
  const id = await enqueueRun(work.tx, { kind, reason: 'asked', actor: work.actor.name }, work.clock.now())
  audit(work, {
    action: kind,
    type: 'backup',
    record: work.company,
    label: kind === 'backup' ? '立即备份' : '恢复演练',
  })
  return { id: id ?? null }
}

/** Backups of the whole installation: how they are taken, which there are, and whether they can be brought back. */
export const backupRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/backups', { config: { right: 'backup.read' } }, (request) =>
    answer(context, request, (work) => stateOf(context, work)),
  )
  app.put('/api/backups/settings', { config: { right: 'backup.update' } }, async (request, reply) => {
    const input = bodyOf(request)
    return change(
      context,
      request,
      reply,
      async (work) => {
        await saveBackupSettings(work, input)
        await refuseFolders(input)
        return { status: 200, body: await stateOf(context, work) }
      },
      { ...input, passphrase: null },
    )
  })
  for (const kind of ['backup', 'drill'] as const) {
    const path = kind === 'backup' ? '/api/backups' : '/api/backups/drill'
    app.post(path, { config: { right: 'backup.create' } }, async (request, reply) => {
      const done = await change(context, request, reply, async (work) => ({ status: 202, body: await ask(work, kind) }))
      context.backups?.wake()
      return done
    })
  }
}
