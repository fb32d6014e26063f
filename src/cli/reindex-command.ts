import { Argument, Command } from 'commander'
import { bilingual } from './help.js'
import { type KindName, kindNames } from './import-command.js'

interface Options {
  readonly data?: string
  readonly quiet?: true
}

export function reindexCommand(): Command {
  return bilingual(new Command('reindex'))
    .description(
      '由数据重建搜索索引，服务可照常运行 / makes the search index anew from the data; the service may run',
    )
    .addArgument(
      new Argument('[kinds...]', '种类，默认全部 / which kinds, by default all').choices(kindNames),
    )
    .option('--data <folder>', '数据文件夹 / the data folder')
    .option('--quiet', '不显示进度 / show no progress')
    .action((kinds: KindName[], options: Options) => run(kinds, options))
}

async function run(names: readonly string[], options: Options): Promise<void> {
  const { configFor } = await import('./command-config.js')
  const { openExistingWorkspace } = await import('../workspace.js')
  const { reindex } = await import('./reindex.js')
  const { createTerminal, exitStatus } = await import('./terminal.js')
  const terminal = createTerminal({ out: process.stderr, quiet: options.quiet ?? false, now: Date.now })
  const workspace = await openExistingWorkspace(configFor(options))
  try {
    await workspace.search.prepare(workspace.kinds.map((kind) => kind.search))
    const kinds = workspace.kinds.filter(({ collection }) => !names.length || names.includes(collection.name))
    for (const kind of kinds) {
      const { name } = kind.collection
      const done = await reindex(workspace, kind, terminal.progress)
      if (!done) {
        terminal.say(`${name}：另一个进程正在重建`, 'another process is at it')
        process.exitCode = exitStatus.failed
        continue
      }
      const { documents, refused } = done
      terminal.say(
        `${name}：重建 ${documents}，不被接受 ${refused}`,
        `${documents} indexed anew, ${refused} refused`,
      )
      if (refused) process.exitCode ??= exitStatus.rowsRejected
    }
  } finally {
    await workspace.close()
  }
}
