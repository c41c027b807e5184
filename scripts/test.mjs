// Runs all tests and ends with one line, `N passed, N failed`. Arguments go to the test runner.
// On a machine that only tests (CI=true) nothing may be left out for want of a browser or of the test data.
// Usage: npm test [-- <file or other argument of vitest>]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const strict = process.env.CI === 'true'
const leftOut = []

checkData()
const browser = findBrowser()
const { passed, failed } = runTests(browser)
for (const line of leftOut) console.log(`\n!!! LEFT OUT: ${line}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** Gives up before any test ran; the closing line stays true. */
function giveUp(reason) {
  console.error(`\n!!! ${reason}\n\n0 passed, 1 failed`)
  process.exit(1)
}

function checkData() {
  const folder = resolve(root, process.env.SUANPAN_DATA ?? '../shared/data')
  if (existsSync(folder)) return
  if (strict) giveUp(`the test data is not there: ${folder} (SUANPAN_DATA names another folder)`)
  leftOut.push(`what needs the test data, which is not in ${folder}`)
}

function hasJourneys() {
  const folder = join(root, 'browser')
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => file.endsWith('.journey.ts'))
}

/** The path of a Chromium to drive, installed if need be and possible; undefined when the journeys can't run. */
function findBrowser() {
  if (!hasJourneys()) return undefined
  const known = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const found = known.find((path) => path && existsSync(path))
  if (found !== undefined) return found
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('installing Chromium and a Chinese font for the browser journeys')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  if (strict) giveUp('there is no Chromium for the browser journeys: install one, or name it in CHROMIUM_PATH')
  leftOut.push('all browser journeys, because there is no Chromium (CHROMIUM_PATH names one)')
  return undefined
}

function runTests(browser) {
  const report = join(root, '.cache', 'test-results.json')
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const args = ['run', '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  if (browser === undefined) args.push('--project=unit', '--project=scenarios', '--project=faults')
  const env = { ...process.env, ...(browser === undefined ? {} : { CHROMIUM_PATH: browser }) }
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const done = spawnSync(process.execPath, [vitest, ...args, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env,
  })
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const sums = JSON.parse(readFileSync(report, 'utf8'))
  if (sums.numPendingTests > 0) leftOut.push(`${sums.numPendingTests} tests that were skipped`)
  // A file that could not be loaded has no failed test in it, and an error outside all tests neither: still a failure.
  const failed = Math.max(sums.numFailedTests, done.status === 0 ? 0 : 1)
  return { passed: sums.numPassedTests, failed }
}
