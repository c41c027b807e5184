import { Problem } from '../definition/problem.ts'
import { makeKeyFile, parseKeys, readKeyFile } from './key-file.ts'
import { openText, sealText, sealedBy } from './sealed-text.ts'
import type { InstanceKey } from './sealed-text.ts'

/**
 * Seals what lies in the database and must not be readable there: passwords of channels, secrets of webhooks and of
 * authenticators. A copy of the database alone gives none of them away.
 */
export interface SecretBox {
  /** Seals a text for a place, such as `webhook.secret`. */
  seal(place: string, text: string): string
  /** Opens what was sealed for the place. Throws a Problem that says what to do where the key is not there. */
  open(place: string, sealed: string): string
  /** Whether a text was sealed by the key that seals now; others are sealed anew after a change of keys. */
  isCurrent(sealed: string): boolean
  /** The keys, the one that seals first: for backups, which carry them. */
  keys(): readonly InstanceKey[]
}

const lost = () =>
  new Problem('unavailable', {
    zh: '密文无法解开：本机密钥（secret.key）与数据不符。请放回原来的密钥文件，或重新填写该密码',
    en: 'A secret cannot be opened: the key of this installation (secret.key) is not the one it was sealed by. Put that file back, or enter the secret again',
  })

/**
 * Opens the box with keys from `SUANPAN_SECRET_KEY`, or from the file in the data folder, which is made when the first text
 * is sealed. The file is read again when a text names a key that is not known yet: another process has changed them.
 */
export const openSecretBox = (dataDir: string, fromEnvironment?: string): SecretBox => {
  const given = fromEnvironment === undefined ? undefined : parseKeys(fromEnvironment)
  let known: readonly InstanceKey[] = given ?? []

  const current = (): InstanceKey => {
    if (known.length === 0) known = readKeyFile(dataDir)
    if (known.length === 0) known = makeKeyFile(dataDir)
    const key = known[0]
    if (key === undefined) throw lost()
    return key
  }

  const named = (id: string | undefined): InstanceKey | undefined => {
    const found = known.find((key) => key.id === id)
    if (found !== undefined || given !== undefined) return found
    known = readKeyFile(dataDir)
    return known.find((key) => key.id === id)
  }

  return {
    seal: (place, text) => sealText(current(), place, text),
    open: (place, sealed) => {
      const key = named(sealedBy(sealed))
      if (key === undefined) throw lost()
      try {
        return openText(key, place, sealed)
      } catch {
        throw lost()
      }
    },
    isCurrent: (sealed) => sealedBy(sealed) === current().id,
    keys: () => [current(), ...known.slice(1)],
  }
}
