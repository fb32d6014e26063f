import type { AccessScope } from '../../src/access/index.js'
import { csrfHeader } from '../../src/access/sessions/csrf.js'
import { systemActor } from '../../src/platform/actor.js'
import type { Workspace } from '../../src/workspace.js'
import { HttpClient } from '../http-client.js'
import { person } from '../signed-in.js'

const password = '梧桐树下的第三盏灯笼亮了'

/** Makes an account with a password and signs in with it, as people do. */
export async function comesIn(
  { access }: Workspace,
  url: string,
  scope: AccessScope,
  signInName: string,
): Promise<HttpClient> {
  await access.accounts.create({ ...scope, name: signInName, signInName }, systemActor('cli'), password)
  const http = new HttpClient(url)
  const { headers, body, status, text } = await http.ask<{ csrfToken: string }>('/api/v1/session', {
    json: { name: signInName, password },
  })
  if (status !== 200) throw new Error(text)
  const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';')
  return http.with({ cookie, [csrfHeader]: body.csrfToken })
}

/** Somebody who has signed in before the story begins. */
export async function isIn(workspace: Workspace, url: string, scope: AccessScope): Promise<HttpClient> {
  return new HttpClient(url).with((await person(workspace, scope)).headers)
}
