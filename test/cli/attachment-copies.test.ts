import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { copyAttachments, restoreAttachments } from '../../src/cli/attachment-copies.js'
import { attachmentFolder } from '../../src/data-folder.js'
import { openKeys } from '../../src/keys.js'
import { AttachmentFiles } from '../../src/service-records/index.js'
import { aFolder } from '../platform/tables/files.js'

describe('the attachments in a backup', () => {
  it('are copied beside the data, encrypted as they are, and put back', async () => {
    const [data, backups, restored] = [aFolder(), aFolder(), aFolder()]
    const keys = openKeys({ keys: undefined, data })
    const files = new AttachmentFiles(attachmentFolder(data), keys)
    await files.put('h-1', Buffer.from('签到表'))
    await files.put('h-2', Buffer.from('照片'))
    writeFileSync(join(attachmentFolder(data), 'h-3.part'), 'broken off')
    const backup = join(backups, 'backup.sqlite')
    expect(copyAttachments(data, backup)).to.equal(2)
    expect(restoreAttachments(backup, restored)).to.equal(2)
    expect(readdirSync(attachmentFolder(restored)).sort()).to.deep.equal(['h-1', 'h-2'])
    expect(await new AttachmentFiles(attachmentFolder(restored), keys).get('h-2')).to.deep.equal(
      Buffer.from('照片'),
    )
  })

  it('are none where nobody has added any', () => {
    expect(copyAttachments(aFolder(), join(aFolder(), 'b'))).to.equal(0)
    expect(restoreAttachments(join(aFolder(), 'b'), aFolder())).to.equal(0)
  })
})
