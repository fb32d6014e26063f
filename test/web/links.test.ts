import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { matchPath } from 'react-router'
import { accountRoles } from '../../src/access/accounts/model.js'
import { linksTo } from '../../src/notifications/links.js'
import { placeOfSubject } from '../../src/web/inbox/subject.js'
import { webPlaces } from '../../src/web-folder.js'

const workspaces = ['community', 'district', 'organization']

/** The paths that a table of routes names; read as text, for the table itself brings all pages along. */
function pathsIn(file: string): string[] {
  const table = readFileSync(`src/web/${file}`, 'utf8')
  return [...table.matchAll(/\bpath: '([^'*]+)'/g)].map(([, path = '']) => path)
}

const routes = [
  ...pathsIn('router.tsx').filter((path) => !workspaces.includes(path)),
  ...workspaces.flatMap((workspace) => [
    workspace,
    ...pathsIn(`${workspace}/routes.ts`).map((path) => `${workspace}/${path}`),
  ]),
].map((path) => (path.startsWith('/') ? path : `/${path}`))

/** Whether the server answers there with the pages, and they have a route for it. */
const isRoute = (href: string): boolean => {
  const { pathname } = new URL(href, 'https://duijie.example.org')
  const [, place] = pathname.split('/')
  return webPlaces.some((name) => name === place) && routes.some((path) => matchPath(path, pathname))
}

const shown = ['need', 'offering', 'referral', 'region']
const notShown = ['claim', 'consent', 'organization', 'release', 'wait', 'webhook']
const subject = '440307015'

describe('links of notices', () => {
  it('lead to a page, and there are none to what no page shows', () => {
    const linkOf = linksTo('https://duijie.example.org')
    for (const kind of shown) expect(linkOf({ kind, subject }), kind).to.satisfy(isRoute)
    for (const kind of notShown) expect(linkOf({ kind, subject }), kind).to.equal(undefined)
  })

  it('lead on to a page of whoever follows them', () => {
    for (const role of accountRoles)
      for (const kind of shown) {
        const place = placeOfSubject({ kind, subject }, role)
        if (place !== undefined) expect(place, `${kind} for ${role}`).to.satisfy(isRoute)
      }
    expect(placeOfSubject({ kind: 'need', subject }, 'committee')).to.equal(`/community/needs/${subject}`)
    expect(placeOfSubject({ kind: 'need', subject }, 'org-worker')).to.equal(
      `/organization/requests/needs/${subject}`,
    )
    expect(placeOfSubject({ kind: 'offering', subject }, 'org-manager')).to.equal(
      `/organization/offerings/${subject}`,
    )
  })
})
