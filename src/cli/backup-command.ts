import { Command } from 'commander'
import { bilingual } from './help.js'

interface Options {
  readonly data?: string
}

export function backupCommand(): Command {
  return bilingual(new Command('backup'))
    .description(
      '备份数据文件和附件，服务可照常运行 / copies the data file, and attachments to FILE.attachments; the server may go on meanwhile',
    )
    .argument('<file>', '备份文件，不覆盖已有的 / where to write; nothing is overwritten')
    .option('--data <folder>', '数据文件夹 / the data folder')
    .action((file: string, options: Options) => run(file, options))
}

async function run(file: string, options: Options): Promise<void> {
  const { embeddedConfigFor } = await import('./command-config.js')
  const { existingStorePath } = await import('../data-folder.js')
  const { copySqlite } = await import('../platform/store/index.js')
  const { writeAttachmentCount, writeDigests } = await import('./digest-lines.js')
  const { copyAttachments } = await import('./attachment-copies.js')
  const config = embeddedConfigFor(options)
  writeDigests(copySqlite(existingStorePath(config), file))
  writeAttachmentCount(copyAttachments(config.data, file))
}
