/** One cookie's value out of the header; undefined when it is not there or stands there twice. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
  // Twice means that somebody else set one for this host: neither is to be believed.
  return values.length === 1 ? values[0]?.slice(name.length + 1) : undefined
}

/** Cookies of this server. With HTTPS their names begin with __Host-, so that no neighbouring host can set them. */
export class Cookies {
  constructor(private readonly isSecure: boolean) {}

  name(plain: string): string {
    return this.isSecure ? `__Host-duijie${plain && `-${plain}`}` : `duijie_${plain || 'session'}`
  }

  /**
   * A Set-Cookie header that scripts cannot read. Strict would leave out the cookie when somebody follows a link out of
   * a message; what changes something is guarded by a token of its own.
   * @param seconds until it goes; 0 takes it away
   */
  set(plain: string, value: string, seconds: number): string {
    const secure = this.isSecure ? '; Secure' : ''
    return `${this.name(plain)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
  }

  read(header: string | undefined, plain: string): string | undefined {
    return cookieOf(header, this.name(plain))
  }
}

/** Whether a browser brings a session's cookie, good or not. */
export function hasSessionCookie(header: string | undefined): boolean {
  return [true, false].some((isSecure) => cookieOf(header, new Cookies(isSecure).name('')) !== undefined)
}
