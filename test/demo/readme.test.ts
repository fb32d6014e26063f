import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { demoAccounts, demoPassword } from '../../src/demo/index.js'

describe('the README', () => {
  it('lists every demo account and nobody else, with the password', () => {
    const readme = readFileSync('README.md', 'utf8')
    const table = readme.slice(readme.indexOf('| sign in as |'))
    const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(2)
    const listed = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
    expect(listed.map(([, name]) => name)).to.have.members(demoAccounts.map(({ signInName }) => signInName))
    expect(readme).to.include(`\`${demoPassword}\``)
  })
})
