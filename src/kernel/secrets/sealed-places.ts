/** A column that holds sealed texts: as the text itself, or as values of a JSON object. */
export interface SealedPlace {
  /** What the texts are sealed for. */
  readonly place: string
  readonly table: string
  readonly column: string
  readonly kind: 'text' | 'object'
  /** Whether the rows belong to companies, under row-level security. */
  readonly byCompany: boolean
}

/** Every place of the database where sealed texts lie, so that a change of keys finds them all. */
export const sealedPlaces: readonly SealedPlace[] = [
  { place: 'backup_setting.passphrase', table: 'backup_setting', column: 'passphrase', kind: 'text', byCompany: false },
  { place: 'webhook.secret', table: 'webhook', column: 'secret', kind: 'text', byCompany: true },
  { place: 'message_channel.settings', table: 'message_channel', column: 'settings', kind: 'object', byCompany: true },
  { place: 'second_factor.secret', table: 'second_factor', column: 'secret', kind: 'text', byCompany: false },
  {
    place: 'identity_provider.client_secret',
    table: 'identity_provider',
    column: 'client_secret',
    kind: 'text',
    byCompany: false,
  },
]
