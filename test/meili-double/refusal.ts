/** What the server answers when it will not do something; as the documentation lists the codes. */
export class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly type: 'invalid_request' | 'auth' | 'internal' = 'invalid_request',
  ) {
    super(code)
  }

  get body() {
    return { message: `double: ${this.code}`, code: this.code, type: this.type, link: '' }
  }
}
