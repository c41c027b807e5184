/**
 * Makes a program started by `npm start` end when npm does. npm passes a signal on to the shell that it runs the
 * command in, and most shells end without passing it on: the program would live on, holding its port. Watches the parent
 * process and sends this one SIGTERM when it is gone. Does nothing when the program was not started by npm.
 */
export function endWithNpm(environment: Record<string, string | undefined> = process.env): void {
  if (environment['npm_lifecycle_event'] === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
