import { isSealed } from '../../secrets/sealed-text.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { Channel, ChannelSettings } from './channels.ts'

const place = 'message_channel.settings'

const isSecret = (channel: Channel, name: string): boolean =>
  channel.settings.some((setting) => setting.name === name && setting.secret === true)

/** The settings of a channel as the database keeps them: what is secret is sealed. */
export const sealSettings = (secrets: SecretBox, channel: Channel, settings: ChannelSettings): ChannelSettings =>
  Object.fromEntries(
    Object.entries(settings).map(([name, text]) => [
      name,
      text !== '' && isSecret(channel, name) && !isSealed(text) ? secrets.seal(place, text) : text,
    ]),
  )

/** The settings of a channel as it sends by them. Throws a Problem where the key of the installation is another. */
export const openSettings = (secrets: SecretBox, settings: ChannelSettings): ChannelSettings =>
  Object.fromEntries(
    Object.entries(settings).map(([name, text]) => [name, isSealed(text) ? secrets.open(place, text) : text]),
  )
