import { setTimeout as pause } from 'node:timers/promises'
import type { HttpClient } from '../http-client.js'

/** A record, as far as the story looks at it. */
export interface Shown {
  readonly id: string
  readonly revision: number
  readonly state: string
  readonly stage?: string
  readonly organizationId?: string
  readonly hotlines?: readonly { readonly number: string }[]
}

export const at = ({ revision }: Pick<Shown, 'revision'>) => ({ 'if-match': `"${revision}"` })

/** @throws Error with the answer, unless it is 2xx */
export async function get<T>(who: HttpClient, path: string): Promise<T> {
  return good(await who.ask<T>(`/api/v1${path}`), path)
}

/** @param record that it is about, at the revision that is known */
export async function post<T>(who: HttpClient, path: string, json?: object, record?: Shown): Promise<T> {
  const asked = { method: 'POST', headers: record ? at(record) : {}, ...(json ? { json } : {}) }
  return good(await who.ask<T>(`/api/v1${path}`, asked), path)
}

/** Does something with a referral. */
export function done(who: HttpClient, referral: Shown, action: string, json?: object): Promise<Shown> {
  return post<Shown>(who, `/referrals/${referral.id}/${action}`, json, referral)
}

/** Asks again and again, for two minutes at most. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let left = 120_000; !(await isSo()); left -= 50) {
    if (left <= 0) throw new Error('waited in vain')
    await pause(50)
  }
}

function good<T>({ status, text, body }: { status: number; text: string; body: T }, path: string): T {
  if (status < 200 || status > 299) throw new Error(`${path}: ${status} ${text.slice(0, 500)}`)
  return body
}
