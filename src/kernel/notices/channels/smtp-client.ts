import { createTransport } from 'nodemailer'

/** How to reach a mail server. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** `tls`: encrypted from the first byte (465); `starttls`: encrypted before anything is said (587); `none`: a server of one's own. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user?: string
  readonly password?: string
}

export interface Mail {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attachments?: readonly { readonly name: string; readonly contentType: string; readonly bytes: Buffer }[]
}

const patience = 20_000

/**
 * Sends one mail and answers what the server said when it took it. Throws an Error with the server's own words where it does
 * not, and where it cannot be reached.
 */
export const sendMail = async (server: SmtpServer, mail: Mail): Promise<string> => {
  const { host, port, security, user, password } = server
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    ...(user === undefined || user === '' ? {} : { auth: { user, pass: password ?? '' } }),
  })
  try {
    const taken = await transport.sendMail({
      from: { name: '算盘', address: mail.from },
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      attachments: (mail.attachments ?? []).map(({ name, contentType, bytes }) => ({
        filename: name,
        contentType,
        content: bytes,
      })),
      messageId: `<${mail.id}@suanpan>`,
    })
    return taken.response
  } catch (error) {
    // The server's own words where it said some.
    const response = error instanceof Error && 'response' in error ? error.response : undefined
    throw typeof response === 'string' ? new Error(response, { cause: error }) : error
  } finally {
    transport.close()
  }
}
