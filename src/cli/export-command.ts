import { Argument, Command, Option } from 'commander'
import type { TableFormat } from '../platform/tables/index.js'
import { bilingual } from './help.js'
import { type KindName, kindNames } from './import-command.js'

interface Options {
  readonly out: string
  readonly format?: TableFormat
  readonly data?: string
}

export function exportCommand(): Command {
  return bilingual(new Command('export'))
    .description('导出为可再导入的表格 / writes a table that can be imported again')
    .addArgument(new Argument('<kind>', '种类 / what to write').choices(kindNames))
    .option('--out <file>', '结果文件 / where to write', '-')
    .addOption(
      new Option('--format <format>', '格式；默认看文件名 / format; by default by the name').choices([
        'csv',
        'jsonl',
        'xlsx',
      ]),
    )
    .option('--data <folder>', '数据文件夹 / the data folder')
    .action((kind: KindName, options: Options) => run(kind, options))
}

async function run(kind: KindName, options: Options): Promise<void> {
  const { configFor } = await import('./command-config.js')
  const { openExistingWorkspace } = await import('../workspace.js')
  const { exportFrom } = await import('./export-from.js')
  const { formatOf } = await import('../platform/tables/index.js')
  const workspace = await openExistingWorkspace(configFor(options))
  try {
    await exportFrom(workspace, kind, { to: options.out, format: options.format ?? formatOf(options.out) })
  } finally {
    await workspace.close()
  }
}
