import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { NotFound } from '../../../src/platform/errors.js'
import { createKeyRing, type Key } from '../../../src/privacy/index.js'
import { createServiceAttachments } from '../../../src/service-records/attachment-service.js'
import { examineAttachments } from '../../../src/service-records/attachments/examine.js'
import { AttachmentFiles } from '../../../src/service-records/attachments/files.js'
import { attachmentSweepJob } from '../../../src/service-records/attachments/sweep.js'
import { MonthGates } from '../../../src/service-records/month-gates.js'
import type { Engine } from '../../each-store.js'
import { onEachStore } from '../../each-store.js'
import { refusalOf } from '../../refusals.js'
import { dataFolder } from '../../running.js'
import { onCleanup } from '../../setup.js'
import { aServiceRecord, otherWorker, serviceRecordWorld, system, worker } from '../world.js'
import { aJpeg, aPdf, aPng, exif, jpegSegment } from './files.js'

const key = (id: string): Key => ({ id, secret: Buffer.alloc(32, id) })
const run = { at: new Date(), signal: new AbortController().signal }
const day = 24 * 3_600_000

async function world(engine: Pick<Engine, 'open'>) {
  const services = await serviceRecordWorld(engine)
  const folder = dataFolder()
  onCleanup(() => folder.remove())
  const path = join(folder.path, 'attachments')
  const filesWith = (...keys: Key[]) => new AttachmentFiles(path, createKeyRing(keys))
  const files = filesWith(key('a'))
  const { deps, records, store } = services
  const attachments = createServiceAttachments({ ...deps, files, records }, new MonthGates(store))
  const { id } = await records.create(aServiceRecord(), worker)
  return {
    ...services,
    path,
    files,
    filesWith,
    attachments,
    id,
    sweepDeps: { store, files, clock: deps.clock },
  }
}

onEachStore('the attachments of a service record', (engine) => {
  it('are given back as they were sent, freed of where and by whom they were made', async () => {
    const { attachments, id } = await world(engine)
    const bytes = aJpeg([jpegSegment(0xe1, exif(1))])
    const record = await attachments.attach(id, 1, { name: '活动\\签到表.jpg', bytes }, worker)
    const [attachment] = record.attachments
    expect(record.revision).to.equal(2)
    expect(attachment).to.deep.include({ name: '签到表.jpg', type: 'image/jpeg', size: aJpeg().length })
    const read = await attachments.read(id, attachment?.id as string, worker)
    expect(read.bytes).to.deep.equal(aJpeg())
  })

  it('are not called after a person', async () => {
    const { attachments, id } = await world(engine)
    const file = { name: '13800138000.png', bytes: aPng() }
    const { attachments: kept } = await attachments.attach(id, 1, file, worker)
    expect(kept[0]?.name).to.equal('【电话】.png')
  })

  it('lie encrypted under a name of their own, for their owner only', async () => {
    const { attachments, id, path } = await world(engine)
    const { attachments: kept } = await attachments.attach(id, 1, { name: 'a.png', bytes: aPng() }, worker)
    expect(readdirSync(path)).to.deep.equal([kept[0]?.id])
    const file = join(path, kept[0]?.id as string)
    expect(readFileSync(file).includes('IHDR')).to.equal(false)
    expect(statSync(file).mode & 0o077).to.equal(0)
  })

  it('are refused by their content, by their number, and in a month that is closed', async () => {
    const { attachments, closings, id, path } = await world(engine)
    const send = (bytes: Buffer, revision = 1) =>
      refusalOf(() => attachments.attach(id, revision, { name: 'photo.jpg', bytes }, worker))
    expect(await send(Buffer.from('<script>'))).to.deep.equal(['file: attachment.type'])
    expect(await send(aJpeg().subarray(0, 30))).to.deep.equal(['file: attachment.broken'])
    expect(await send(aPdf('/S /JavaScript'))).to.deep.equal(['file: attachment.active'])
    for (let revision = 1; revision <= 10; revision++)
      await attachments.attach(id, revision, { name: 'a.png', bytes: aPng() }, worker)
    expect(await send(aPng(), 11)).to.deep.equal(['file: attachment.many'])
    await attachments.detach(
      id,
      11,
      (await attachments.read(id, readdirSync(path)[0] as string, worker)).attachment.id,
      worker,
    )
    await closings.close({ month: '2026-02', organizationId: 'o-000001' }, system)
    expect(await send(aPng(), 12)).to.deep.equal(['day: service.monthClosed'])
  })

  it('reach no further than their record', async () => {
    const { attachments, id } = await world(engine)
    const { attachments: kept } = await attachments.attach(id, 1, { name: 'a.png', bytes: aPng() }, worker)
    const attachmentId = kept[0]?.id as string
    for (const act of [
      () => attachments.read(id, attachmentId, otherWorker),
      () => attachments.attach(id, 2, { name: 'a', bytes: aPng() }, otherWorker),
      () => attachments.detach(id, 2, attachmentId, otherWorker),
      () => attachments.read(id, 'h-another', worker),
    ])
      expect(await act().catch((error: unknown) => error)).to.be.instanceOf(NotFound)
  })

  it('are swept a day later when no record has them, and not before', async () => {
    const { attachments, id, path, sweepDeps, advance } = await world(engine)
    for (const revision of [1, 2])
      await attachments.attach(id, revision, { name: 'a.png', bytes: aPng() }, worker)
    const { attachments: kept } = await attachments.detach(
      id,
      3,
      readdirSync(path).sort()[0] as string,
      worker,
    )
    writeFileSync(join(path, 'h-0123.part'), 'broken off')
    const now = sweepDeps.clock.now()
    for (const name of readdirSync(path)) utimesSync(join(path, name), now, now)
    const job = attachmentSweepJob(sweepDeps)
    expect((await job.run(run)).counts).to.deep.equal({ removed: 0, refreshed: 0 })
    advance(day + 1_000)
    expect((await job.run(run)).counts).to.deep.equal({ removed: 2, refreshed: 0 })
    expect(readdirSync(path)).to.deep.equal([kept[0]?.id])
  })

  it('are encrypted anew with the key that is current, by the sweep', async () => {
    const { attachments, id, sweepDeps, filesWith } = await world(engine)
    const { attachments: kept } = await attachments.attach(id, 1, { name: 'a.png', bytes: aPng() }, worker)
    const turned = { ...sweepDeps, files: filesWith(key('b'), key('a')) }
    expect((await attachmentSweepJob(turned).run(run)).counts.refreshed).to.equal(1)
    expect((await attachmentSweepJob(turned).run(run)).counts.refreshed).to.equal(0)
    expect(await filesWith(key('b')).get(kept[0]?.id as string)).to.deep.equal(aPng())
  })

  it('are examined: missing, damaged and orphaned ones are named', async () => {
    const { attachments, id, path, files, sweepDeps, advance } = await world(engine)
    for (let revision = 1; revision <= 3; revision++)
      await attachments.attach(id, revision, { name: 'a.png', bytes: aPng() }, worker)
    expect(await examineAttachments(sweepDeps)).to.deep.equal({
      ...{ attachments: 3, missing: [], damaged: [], orphaned: [] },
    })
    const [gone = '', cut = ''] = readdirSync(path).sort()
    await files.remove(gone)
    writeFileSync(join(path, cut), 'v1.a.nonsense of some length that is no ciphertext')
    await files.put('h-orphan', aPng())
    utimesSync(join(path, 'h-orphan'), 0, 0)
    advance(2 * day)
    expect(await examineAttachments(sweepDeps)).to.deep.equal({
      ...{ attachments: 3, missing: [gone], damaged: [cut], orphaned: ['h-orphan'] },
    })
  })
})
