import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Where the migrations lie. */
export const migrationsFolder = join(root, 'migrations')

/** The reference of types, written from the definitions. */
export const referenceFile = join(root, 'docs/reference/documents.md')

/** Where the browser's program is built to. */
export const webFolder = join(root, 'dist/web')

/** The program's version, as its package says. */
export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
