import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { invoicePlatformCall, saveInvoicePlatform } from './platform-calls.ts'
import { savePlatform, showPlatform } from './platform-settings.ts'

export const runInvoicePlatform = defineCallRun(invoicePlatformCall, (_parameters, work) => showPlatform(work))

export const runSaveInvoicePlatform = defineCallRun(saveInvoicePlatform, async (typed, work) => {
  await savePlatform(work, {
    kind: typed.kind ?? 'local',
    url: typed.url ?? '',
    platform: typed.platform ?? '',
    user: typed.user ?? '',
    ability: typed.ability ?? '',
    useCase: typed.useCase ?? '',
    key: typed.key ?? '',
    isSandbox: typed.isSandbox ?? true,
  })
  return showPlatform(work)
})
