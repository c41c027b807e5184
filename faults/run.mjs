// Runs the fault tests at their full size; `npm test` runs them small. Takes a while.
// Usage: npm run faults [-- <file or other argument of vitest>]
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const done = spawnSync(process.execPath, [vitest, 'run', '--project=faults', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, SUANPAN_FAULTS: 'full' },
})
process.exitCode = done.status ?? 1
