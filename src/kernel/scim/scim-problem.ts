/** A refusal in the words of SCIM (RFC 7644 §3.12): the HTTP status and, for a bad request, what kind of one it is. */
export class ScimProblem extends Error {
  readonly status: number
  readonly scimType: string | undefined
  constructor(status: number, detail: string, scimType?: string) {
    super(detail)
    this.status = status
    this.scimType = scimType
  }
}
