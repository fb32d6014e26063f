import { expect } from 'chai'
import { stillStands } from '../../src/access/index.js'
import { visitor } from '../../src/platform/actor.js'
import { onEachStore } from '../each-store.js'
import { elsewhere } from '../feature-services.js'
import { anAccount, scopes } from '../signed-in.js'
import { accessWorld } from './world.js'

onEachStore('what is done in the name of an account', (engine) => {
  it('is done while it is active and has the office that it had', async () => {
    const world = await accessWorld(engine)
    const { store } = world
    const account = await anAccount(world, scopes.committee)
    const { id } = account
    const remembered = { id, ...scopes.committee }
    expect(await stillStands(store, remembered)).to.equal(true)
    expect(await stillStands(store, { ...remembered, region: elsewhere })).to.equal(false)
    expect(await stillStands(store, { ...remembered, id: 'u-nobody' })).to.equal(false)
    await store.replace(world.accounts, { ...account, state: 'disabled' }, account.revision)
    expect(await stillStands(store, remembered)).to.equal(false)
    expect(await stillStands(store, { ...visitor, id: 'beneficiary' }), 'has no account').to.equal(true)
  })
})
