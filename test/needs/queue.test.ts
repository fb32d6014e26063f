import { expect } from 'chai'
import type { NeedDraft, Needs } from '../../src/needs/index.js'
import { dueFirst } from '../../src/needs/queue.js'
import type { Urgency } from '../../src/needs/urgency.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { actor, featureServices } from '../feature-services.js'

onEachStore('the queue of needs on a desk', (engine) => {
  async function filled() {
    const { needs } = await featureServices(engine)
    const rows: Partial<NeedDraft>[] = [
      { title: '一般，无期限' },
      { title: '一般，月底', neededBy: '2026-11-30' },
      { title: '紧急，无期限', urgency: 'urgent' },
      { title: '一般，月初', neededBy: '2026-11-02' },
      { title: '紧急，月底', urgency: 'urgent', neededBy: '2026-11-30' },
      { title: '危机，无期限', urgency: 'crisis' },
    ]
    for (const row of rows) await needs.create(aNeed(row), actor)
    return needs
  }
  const titles = async (needs: Needs, urgency?: Urgency[]) => {
    const filters = { state: ['open'] as const, ...(urgency ? { urgency } : {}) }
    return (await needs.list(filters, { sort: dueFirst }, actor)).map(({ title }) => title)
  }

  it('has the most urgent first, of these what is needed first, and what has no day last', async () => {
    const needs = await filled()
    expect(await titles(needs)).to.deep.equal([
      '危机，无期限',
      '紧急，月底',
      '紧急，无期限',
      '一般，月初',
      '一般，月底',
      '一般，无期限',
    ])
    expect(await titles(needs, ['urgent'])).to.deep.equal(['紧急，月底', '紧急，无期限'])
    expect(await titles(needs, ['crisis', 'routine'])).to.deep.equal([
      '危机，无期限',
      '一般，月初',
      '一般，月底',
      '一般，无期限',
    ])
  })

  it('moves a need when its urgency or its day changes', async () => {
    const needs = await filled()
    const find = async (title: string) => {
      const [found] = await needs.records.find({ title })
      if (!found) throw new Error(`no ${title}`)
      return found
    }
    const undated = await find('一般，无期限')
    await needs.setUrgency(undated.id, undated.revision, 'urgent', undefined, actor)
    const late = await find('一般，月底')
    await needs.amend(late.id, late.revision, aNeed({ title: late.title, neededBy: '2026-11-01' }), actor)
    expect(await titles(needs, ['urgent'])).to.deep.equal(['紧急，月底', '一般，无期限', '紧急，无期限'])
    expect(await titles(needs, ['routine'])).to.deep.equal(['一般，月底', '一般，月初'])
  })
})
