import { Argument, Command } from 'commander'
import { bilingual } from './help.js'

export const kindNames = ['organizations', 'offerings', 'needs'] as const
export type KindName = (typeof kindNames)[number]

interface Options {
  readonly apply?: true
  readonly data?: string
  readonly quiet?: true
}

export function importCommand(): Command {
  return bilingual(new Command('import'))
    .description(
      '导入表格；不加 --apply 只显示将有的变化 / imports a table; without --apply only shows what would change',
    )
    .addArgument(new Argument('<kind>', '种类 / what it holds').choices(kindNames))
    .argument('<file>', 'CSV、JSONL 或 XLSX，- 为标准输入 / CSV, JSONL or XLSX, - is stdin')
    .option('--apply', '写入 / write it')
    .option('--data <folder>', '数据文件夹 / the data folder')
    .option('--quiet', '不显示进度 / show no progress')
    .action((kind: KindName, file: string, options: Options) => run(kind, file, options))
}

async function run(kind: KindName, file: string, options: Options): Promise<void> {
  const { configFor } = await import('./command-config.js')
  const { openWorkspace } = await import('../workspace.js')
  const { assertKeysFit } = await import('../identities/index.js')
  const { importInto } = await import('./import-into.js')
  const { createTerminal, exitStatus } = await import('./terminal.js')
  const terminal = createTerminal({ out: process.stderr, quiet: options.quiet ?? false, now: Date.now })
  const apply = options.apply ?? false
  const workspace = await openWorkspace(configFor(options))
  try {
    if (apply) await assertKeysFit(workspace.store, workspace.ring, workspace.clock)
    const { created, changed, unchanged, rejected, hidden } = await importInto(workspace, kind, {
      path: file,
      terminal,
      apply,
    })
    terminal.say(
      `${apply ? '' : '（试运行，未写入）'}新增 ${created}，修改 ${changed}，不变 ${unchanged}，未采用 ${rejected}`,
      `${apply ? '' : '(dry run, nothing written) '}created ${created}, changed ${changed}, unchanged ${unchanged}, rejected ${rejected}`,
    )
    if (hidden) {
      terminal.say(
        `文本中有 ${hidden} 处个人信息${apply ? '已' : '将'}隐去，加密另存`,
        `${hidden} parts of texts tell who somebody is: hidden, and kept apart encrypted`,
      )
    }
    if (rejected) process.exitCode = exitStatus.rowsRejected
  } finally {
    await workspace.close()
  }
}
