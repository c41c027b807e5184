// Writes package-lock.json anew after a change of package.json. It runs under the packaged Node 24, since npm picks
// older versions under an older Node, and leaves out optional packages (builds for other machines) that the registry in
// use does not have: `npm ci` refuses a lock that names them without being able to describe them.
// Usage: npm run lock
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const path = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json')
if (Number(process.versions.node.split('.')[0]) < 24) throw new Error('run this with `npm run lock`, under Node 24')

const args = ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund']
const npm = process.env.npm_execpath
const done = npm
  ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
  : spawnSync('npm', args, { stdio: 'inherit' })
if (done.status !== 0) throw new Error('npm could not write the lock')

const lock = JSON.parse(readFileSync(path, 'utf8'))
const described = new Set(Object.keys(lock.packages).map((at) => at.replace(/^.*node_modules\//, '')))
let dropped = 0
for (const entry of Object.values(lock.packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (described.has(name)) continue
    delete entry.optionalDependencies[name]
    dropped += 1
  }
  delete entry.resolved
}
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`lock written, ${dropped} optional packages left out that are not to be had`)
