import { Command } from 'commander'
import { bilingual } from './help.js'

interface Options {
  readonly data?: string
  readonly replace?: true
}

export function restoreCommand(): Command {
  return bilingual(new Command('restore'))
    .description(
      '用备份恢复数据文件；先停止服务 / puts a backup in the place of the data file; stop the server first',
    )
    .argument('<file>', 'duijie backup 写出的文件 / what duijie backup has written')
    .option('--data <folder>', '数据文件夹 / the data folder')
    .option(
      '--replace',
      '替换已有数据，原文件保留为 .before / replace the data there, keeping the old file as .before',
    )
    .action((file: string, options: Options) => run(file, options))
}

async function run(file: string, options: Options): Promise<void> {
  const { embeddedConfigFor } = await import('./command-config.js')
  const { storePath } = await import('../data-folder.js')
  const { restoreSqlite } = await import('../platform/store/index.js')
  const { writeAttachmentCount, writeDigests } = await import('./digest-lines.js')
  const { restoreAttachments } = await import('./attachment-copies.js')
  const { data } = embeddedConfigFor(options)
  writeDigests(restoreSqlite(file, storePath(data), options.replace ?? false))
  writeAttachmentCount(restoreAttachments(file, data))
}
