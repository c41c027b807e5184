import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive } from '../kernel/database/postmaster.ts'

const program = `
  import { endWithNpm } from ${JSON.stringify(join(import.meta.dirname, 'end-with-npm.ts'))}
  endWithNpm()
  console.log(process.pid)
  setInterval(() => {}, 1000)`

/** A program below a shell, as npm starts one; answers its process and a way to end the shell alone. */
async function startBelowShell(environment: Record<string, string>): Promise<{ pid: number; endShell: () => void }> {
  const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, program], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = Number(await new Promise((said) => shell.stdout.once('data', (chunk) => said(String(chunk)))))
  onTestFinished(() => {
    if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  })
  return { pid, endShell: () => shell.kill('SIGKILL') }
}

test.runIf(process.platform === 'linux')('ends when the shell of npm ends, and only then', async () => {
  const started = await startBelowShell({ npm_lifecycle_event: 'start' })
  await sleep(1200)
  expect(isAlive(started.pid)).toBe(true)
  started.endShell()
  for (let tries = 0; isAlive(started.pid) && tries < 100; tries += 1) await sleep(50)
  expect(isAlive(started.pid)).toBe(false)
})

test.runIf(process.platform === 'linux')('lives on when it was not started by npm', async () => {
  const started = await startBelowShell({})
  started.endShell()
  await sleep(1200)
  expect(isAlive(started.pid)).toBe(true)
})
