import { expect } from 'chai'
import { mostAlike } from '../../src/needs/duplicates.js'
import type { Need } from '../../src/needs/index.js'
import { actors } from '../actors.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { actor, community, elsewhere, featureServices } from '../feature-services.js'

const meals = { title: '送餐', text: '八十岁独居老人腿脚不便，需要有人中午送餐上门。' }
const same = { title: '午餐', text: '独居老人八十岁了，腿脚不便，中午需要有人送餐上门' }
const other = { title: '暑托', text: '双职工家庭的孩子暑假没人看管，想参加暑期托管班。' }

describe('texts that come together', () => {
  it('are most like the need that says the same, or else the text before them', async () => {
    const kept = { id: 'n-1', title: '老人要送餐', text: meals.text, state: 'open' } as Need
    const found = await mostAlike([meals, same, other, { ...other, text: `${other.text}！` }], [kept])
    expect(found[0]).to.deep.equal({ id: 'n-1', title: '老人要送餐', similarity: 1 })
    expect(found[1]).to.include({ id: 'n-1' })
    expect(found[2]).to.equal(undefined)
    expect(found[3]).to.deep.equal({ at: 2, title: '暑托', similarity: 1 })
  })

  it('are not like anything when they hold no word', async () => {
    expect(
      await mostAlike(
        [
          { title: '…', text: '……！' },
          { title: '…', text: '……！' },
        ],
        [],
      ),
    ).to.deep.equal([undefined, undefined])
  })
})

onEachStore('duplicates of texts that come together', (engine) => {
  it('are looked for in the regions that somebody writes for', async () => {
    const { needs } = await featureServices(engine)
    const { id } = await needs.create(aNeed({ region: community, ...meals }), actor)
    const committee = actors.committee(community)
    expect((await needs.findDuplicatesAmong(community, [same, other], committee))[0]).to.include({ id })
    const refused = await needs.findDuplicatesAmong(elsewhere, [same], committee).catch((error) => error)
    expect(String(refused)).to.contain('not allowed')
  })
})
