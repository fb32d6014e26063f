import { Command } from 'commander'
import { bilingual } from './help.js'

interface Options {
  readonly from: string
  readonly to: string
  readonly quiet?: true
}

export function migrateStoreCommand(): Command {
  return bilingual(new Command('migrate-store'))
    .description(
      '把全部数据搬到另一种数据库；先停止服务，中断后再运行即接着做 / copies all data to another engine; stop the servers first; run again, it goes on where it was ended',
    )
    .requiredOption('--from <address>', 'sqlite:文件 或 mongodb://… / sqlite:FILE or mongodb://…')
    .requiredOption(
      '--to <address>',
      '同上；写 MONGO_URL 则取该环境变量，口令不留在命令里 / likewise; MONGO_URL takes that variable’s, which keeps a password out of the command',
    )
    .option('--quiet', '不显示进度 / show no progress')
    .action((options: Options) => run(options))
}

async function run({ from, to, quiet }: Options): Promise<void> {
  const { migrateStore } = await import('./migrate-store.js')
  const { createTerminal } = await import('./terminal.js')
  const { writeDigests } = await import('./digest-lines.js')
  const terminal = createTerminal({ out: process.stderr, quiet: quiet ?? false, now: Date.now })
  try {
    writeDigests(
      await migrateStore(from, to, { onProgress: (done, total) => terminal.progress.at(done, total) }),
    )
  } finally {
    terminal.progress.end()
  }
}
