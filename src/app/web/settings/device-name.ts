import { t } from '../../../ui/language.ts'

/** `Mozilla/5.0 (…)` in two words: what it runs on, and which browser it is. */
export function deviceName(agent: string | null): string {
  const system = /Windows|Mac OS X|Android|iPhone|iPad|Linux/.exec(agent ?? '')?.[0] ?? ''
  const browser = /Edg|MicroMessenger|Firefox|Chrome|Safari/.exec(agent ?? '')?.[0] ?? ''
  return [system, browser].filter((word) => word !== '').join(' · ') || t('sessions.unknown')
}
