import { expect } from 'chai'
import { accountRoles } from '../../src/access/accounts/model.js'
import { permissions } from '../../src/access/permissions.js'
import { accessDocument, reachIn, rows } from './rows.js'

describe('docs/access.md', () => {
  const document = accessDocument()

  it('says of each permission who holds it, as the code does', () => {
    const said = [...document.permissions].map(([name, cells]) => [
      name,
      accountRoles.filter((role) => cells[role] === '●'),
    ])
    const held = Object.entries(permissions).map(([name, roles]) => [
      name,
      accountRoles.filter((role) => (roles as readonly string[]).includes(role)),
    ])
    expect(Object.fromEntries(said)).to.deep.equal(Object.fromEntries(held))
  })

  it('says of each kind of record how far every role reaches, and nothing of others', () => {
    const names = Object.values(rows).flatMap((kind) => kind.map(({ name }) => name))
    expect([...document.reach.keys()]).to.have.members(names)
    for (const name of names) for (const role of accountRoles) reachIn(document.reach, name, role)
  })
})
