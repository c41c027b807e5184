import type { platformWords } from './zh-cn-platform.ts'

/** The same in English. */
export const englishPlatformWords: Readonly<Record<keyof typeof platformWords, string>> = {
  'shell.update': 'A new version is ready',
  'shell.updateNow': 'Update now',
  'me.install': 'Install on this device',
  'me.installAbout': 'Opens from the home screen like an app; the data stays on the server.',
}
