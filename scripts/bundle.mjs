// Writes a folder that runs on a machine without network, npm or Node: the program, the packages it needs at run time, Node and
// PostgreSQL for this kind of machine. Copy the folder there and run `./suanpan start`.
// Usage: npm run bundle [-- FOLDER] [--linked]   (dist/suanpan unless told; linked: files are not copied where they can be linked, to try it here)
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const isLinked = process.argv.includes('--linked')
const target = resolve(process.argv.slice(2).find((one) => !one.startsWith('--')) ?? join(root, 'dist/suanpan'))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
/** What only builds the screens, or is in them already; and Node, which lies beside. */
const built = /^(node$|node-|vite|@vitejs\/|react$|react-dom$|@tanstack\/|echarts$|@xyflow\/|barcode-detector$)/

if (!existsSync(join(root, 'dist/web/index.html'))) {
  console.error('bundle: the screens are not built: npm run build')
  process.exit(1)
}
if (existsSync(target)) rmSync(target, { recursive: true })

/** The place in the lock of a package as another one finds it. */
const found = (name, from) => {
  for (let place = from; ; place = place.slice(0, Math.max(place.lastIndexOf('node_modules/') - 1, 0))) {
    const path = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`
    if (lock[path] !== undefined) return path
    if (place === '') return undefined
  }
}

const needed = new Set()
const need = (name, from) => {
  const path = found(name, from)
  if (path === undefined || needed.has(path) || !existsSync(join(root, path))) return
  needed.add(path)
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = lock[path]
  for (const next of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
    if (!built.test(next)) need(next, path)
}
for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }))
  if (!built.test(name)) need(name, '')

mkdirSync(target, { recursive: true })
for (const name of [
  'src',
  'migrations',
  'dist/web',
  'docs',
  'scripts',
  'package.json',
  'CHANGELOG.md',
  'README.md',
  'README.zh-CN.md',
])
  cpSync(join(root, name), join(target, name), { recursive: true, filter: (path) => !/\.test\.tsx?$/.test(path) })
for (const path of [...needed].toSorted((a, b) => a.length - b.length)) {
  // Packages within packages come with the outer one, unless that stands elsewhere.
  if (existsSync(join(target, path))) continue
  const from = realpathSync(join(root, path))
  mkdirSync(dirname(join(target, path)), { recursive: true })
  const linked = isLinked && spawnSync('cp', ['-al', from, join(target, path)]).status === 0
  if (!linked) cpSync(from, join(target, path), { recursive: true, verbatimSymlinks: true })
}

const windows = process.platform === 'win32'
const node = windows ? 'node.exe' : 'node'
mkdirSync(join(target, 'runtime'), { recursive: true })
cpSync(realpathSync(process.execPath), join(target, 'runtime', node))
const start = windows
  ? '@echo off\r\n"%~dp0runtime\\node.exe" "%~dp0src\\app\\cli.ts" %*\r\n'
  : '#!/bin/sh\n# Runs the program with what lies beside it, and nothing else of this machine.\nhere=$(cd "$(dirname "$0")" && pwd)\n: "${DATA_DIR:=$here/data}"\nexport DATA_DIR\nexec "$here/runtime/node" "$here/src/app/cli.ts" "$@"\n'
const launcher = join(target, windows ? 'suanpan.cmd' : 'suanpan')
writeFileSync(launcher, start)
chmodSync(launcher, 0o755)
console.log(
  `bundle: ${target}, ${needed.size} packages, Node ${process.versions.node}; copy it and run ./suanpan start`,
)
