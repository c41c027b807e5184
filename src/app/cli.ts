import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { readSettings } from '../kernel/database/settings.ts'
import { version } from './places.ts'

const usage = `suanpan ${version}
  start              serve the product (PORT, HOST, DATA_DIR, DATABASE_URL, SUANPAN_ADMIN_PASSWORD)
  check              run the invariants of all books
  migration <name>   write the next migration from what the definitions ask for
  reference          write docs/reference/documents.md from the definitions
  import northwind <file>  make a company of the Northwind sample data (northwind.sql)
  backup [FILE]      take a backup now, into FILE or the folder of the settings (SUANPAN_BACKUP_PASSPHRASE)
  verify-backup FILE read a backup to its end without restoring it
  restore FILE --into DIR|postgres://…  bring a backup back into an empty folder or database
  rollback [FILE]    put the data back as it was before the last upgrade
  audit export FILE [COMPANY]  write the trail of a company, for scripts/verify-audit.mjs
  diagnostics FILE   write what whoever helps needs to know, without secrets
  print-agent --server <address> --key <key> --printer <code>=tcp:<host>:9100|device:<path> …
                     print what the server leaves for the printers of this machine
  keys rotate        seal all secrets in the database by a new key (DATA_DIR/secret.key)
  openapi            print the interface as OpenAPI 3.1`

const log = (line: string) => console.log(line)

/** Says how it is used; the command failed. */
const misused = (): number => {
  log(usage)
  return 1
}

/** Keeps what Node compiled beside the data, so that the next start need not: after a crash every second counts. */
const keepCompiled = (dataDir: string): void => {
  enableCompileCache(join(dataDir, 'cache'))
}

/** Each command loads only what it needs. Answers the exit code, or nothing while it goes on. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number | undefined>>> = {
  start: async () => {
    const settings = readSettings(process.env)
    keepCompiled(settings.database.dataDir)
    // The database comes up while the program is read.
    const { openDatabase } = await import('../kernel/database/database.ts')
    const opening = openDatabase(settings.database, log)
    opening.catch(() => {})
    const { start } = await import('./start.ts')
    await start(settings, log, opening)
    // Written now: a program that is killed gets no other chance.
    flushCompileCache()
    return undefined
  },
  // Not for people: the first process starts it beside itself.
  'help-answering': async () => {
    const settings = readSettings(process.env)
    keepCompiled(settings.database.dataDir)
    const { help } = await import('./answering-helper.ts')
    await help(settings, log)
    flushCompileCache()
    return undefined
  },
  check: async () => {
    const { check } = await import('./check.ts')
    return (await check(readSettings(process.env), log)) === 0 ? 0 : 1
  },
  migration: async ([name = 'change']) => {
    const [{ writeMigration }, { productTables }, { migrationsFolder }] = await Promise.all([
      import('../kernel/database/migration-writer.ts'),
      import('./product.ts'),
      import('./places.ts'),
    ])
    const file = writeMigration(migrationsFolder, name, productTables)
    log(file === undefined ? 'nothing is pending' : `wrote migrations/${file}; read it before you commit it`)
    return 0
  },
  reference: async () => {
    const [{ writeFileSync }, { catalogue }, { referenceFile }, { reference }] = await Promise.all([
      import('node:fs'),
      import('./domains.ts'),
      import('./places.ts'),
      import('./reference.ts'),
    ])
    writeFileSync(referenceFile, reference(catalogue))
    log('wrote docs/reference/documents.md')
    return 0
  },
  import: async ([what, file]) => {
    if (what !== 'northwind' || file === undefined) return misused()
    const { importNorthwindFile } = await import('./northwind/import-northwind-file.ts')
    await importNorthwindFile(readSettings(process.env), file, log)
    return 0
  },
  backup: async ([file]) => {
    const { backUp } = await import('./backup-commands.ts')
    await backUp(readSettings(process.env), file, log)
    return 0
  },
  'verify-backup': async ([file]) => {
    if (file === undefined) return misused()
    const { verify } = await import('./backup-commands.ts')
    await verify(readSettings(process.env), file, log)
    return 0
  },
  diagnostics: async ([file]) => {
    if (file === undefined) return misused()
    const { writeDiagnostics } = await import('./write-diagnostics.ts')
    await writeDiagnostics(readSettings(process.env), file, log)
    return 0
  },
  rollback: async ([file]) => {
    const { rollBack } = await import('./rollback.ts')
    await rollBack(readSettings(process.env), file, log)
    return 0
  },
  audit: async ([what, file, company]) => {
    if (what !== 'export' || file === undefined) return misused()
    const { exportAudit } = await import('./export-audit.ts')
    await exportAudit(readSettings(process.env), file, company, log)
    return 0
  },
  restore: async ([file, how, into]) => {
    if (file === undefined || how !== '--into' || into === undefined) return misused()
    const { restore } = await import('./backup-commands.ts')
    await restore(readSettings(process.env), file, into, log)
    return 0
  },
  'print-agent': async (args) => {
    const { agentOptions, runPrintAgent } = await import('./print-agent.ts')
    await runPrintAgent({ ...agentOptions(args, process.env), log })
    return 0
  },
  keys: async ([what]) => {
    const settings = readSettings(process.env)
    if (what !== 'rotate') return misused()
    const [{ openProduct }, { resealAll, rotateKeys }, { openSecretBox }] = await Promise.all([
      import('./open-product.ts'),
      import('../kernel/secrets/rotate-keys.ts'),
      import('../kernel/secrets/secret-box.ts'),
    ])
    const product = await openProduct(settings, log)
    try {
      const { dataDir } = settings.database
      // With keys from the environment whoever keeps them puts the new one first, and drops the old one after this.
      const count =
        settings.secretKey === undefined
          ? await rotateKeys(product.database.pool, dataDir)
          : await resealAll(product.database.pool, openSecretBox(dataDir, settings.secretKey))
      log(`${count} secrets were sealed by a new key`)
    } finally {
      await product.close()
    }
    return 0
  },
  openapi: async () => {
    const [{ openApi }, { catalogue }] = await Promise.all([
      import('../kernel/http/open-api.ts'),
      import('./domains.ts'),
    ])
    log(JSON.stringify(openApi(catalogue, version), null, 2))
    return 0
  },
}

const main = async (): Promise<void> => {
  const [name = '', ...args] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    log(usage)
    process.exitCode = name === '' || name === 'help' || name === '--help' ? 0 : 1
    return
  }
  try {
    const code = await command(args)
    if (code !== undefined) process.exitCode = code
  } catch (error) {
    console.error(error instanceof Error ? (process.env['SUANPAN_DEBUG'] === '1' ? error.stack : error.message) : error)
    process.exit(1)
  }
}

await main()
