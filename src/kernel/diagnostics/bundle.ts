import JSZip from 'jszip'
import type { Work } from '../posting/work.ts'
import {
  databaseFacts,
  databaseLog,
  machine,
  recentWork,
  secretsIn,
  settingsWithoutSecrets,
  slowStatements,
} from './gather.ts'
import { scrub } from './scrub.ts'

/** What of the program a bundle tells beside what its unit of work reaches. */
export interface DiagnosticsSource {
  readonly version: string
  readonly recentLines: () => readonly string[]
}

/** The invariants of the books of the company: which hold. Which records are at fault stays in the house. */
const checksOf = async (work: Work) => {
  const results = []
  for (const check of work.installed.bookChecks) {
    const violations = await check.violations(work)
    results.push({ name: check.name, ok: violations.length === 0, violations: violations.length })
  }
  return results
}

/**
 * What whoever helps from outside needs to know (诊断包): versions, settings, sizes, what failed, the last lines of the logs; no
 * secret, no figure of the books, nothing that identifies a person. Everything goes through the same scrubbing at the end.
 */
export const diagnosticsBundle = async (source: DiagnosticsSource, work: Work): Promise<Buffer> => {
  const environment = process.env
  const secrets = [...secretsIn(environment), ...work.secrets.keys().map((key) => key.bytes.toString('base64'))]
  const [database, slow, recent] = await work.apart(async (tx) => [
    await databaseFacts(tx),
    await slowStatements(tx),
    await recentWork(tx),
  ])
  const files: Readonly<Record<string, unknown>> = {
    'about.json': {
      version: source.version,
      at: new Date().toISOString(),
      machine: machine(),
      settings: settingsWithoutSecrets(environment),
    },
    'database.json': database,
    'slow-statements.json': slow,
    'recent-work.json': recent,
    'checks.json': await checksOf(work),
    'program.log': source.recentLines().join('\n'),
    'database.log': databaseLog(work.files.dataDir),
  }
  const zip = new JSZip()
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1)
    zip.file(name, scrub(text, secrets))
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
