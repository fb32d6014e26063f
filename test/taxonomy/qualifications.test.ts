import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadQualifications } from '../../src/taxonomy/index.js'
import { taxonomy } from '../feature-services.js'
import { onCleanup } from '../setup.js'

function folderWith(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-'))
  onCleanup(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'qualifications.yaml'), content)
  return folder
}

describe('qualifications', () => {
  it('are demanded for services that there are, and are named in both languages', () => {
    const { codes, demanded } = loadQualifications('seeds/taxonomy')
    for (const [service, any] of Object.entries(demanded)) {
      expect(taxonomy.services.resolve(service), service).to.equal(service)
      expect(any, service).not.to.have.length(0)
    }
    for (const [code, { zh, en }] of Object.entries(codes)) expect(zh && en, code).to.be.a('string')
    expect(demanded['legal.aid']).to.deep.equal(['lawyer'])
  })

  it('that are demanded but not listed are refused by name', () => {
    const codes = 'codes:\n  nurse: { zh: 护士, en: nurse }\n'
    const folder = folderWith(`${codes}demanded:\n  health.care: [nurse, wizard]\n`)
    expect(() => loadQualifications(folder)).to.throw(RangeError, 'health.care demands unknown wizard')
    const inherited = folderWith(`${codes}demanded:\n  health.care: [constructor]\n`)
    expect(() => loadQualifications(inherited)).to.throw(RangeError, 'constructor')
  })
})
