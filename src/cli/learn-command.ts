import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { bilingual } from './help.js'

interface Options {
  readonly data?: string
}

/** What was learnt from referrals, and the weights that came of it. */
export function learnCommand(): Command {
  const command = bilingual(new Command('learn')).description(
    '从对接结果学习：标注、权重的提出与启用 / learning from outcomes: labels, weights proposed and put to use',
  )
  const add = (name: string, description: string) => {
    const sub = bilingual(new Command(name)).description(description)
    command.addCommand(sub.option('--data <folder>', '数据文件夹 / the data folder'))
    return sub
  }
  add('labels', '导出标注（JSONL），供重新学习 / writes the labels (JSONL) to learn anew from')
    .option('--out <file>', '结果文件 / where to write', '-')
    .action(async ({ out, ...options }: Options & { out: string }) => {
      const { writeLabels } = await import('./learn.js')
      await within(options, (workspace) => writeLabels(workspace, out))
    })
  add('list', '列出权重的各个版本 / lists all weights').action(async (options: Options) => {
    const { weightLines } = await import('./learn.js')
    await within(options, async (workspace) => {
      for (const line of await weightLines(workspace)) process.stdout.write(`${line}\n`)
    })
  })
  add('propose', '提出新的权重，尚不启用 / proposes weights; nothing goes by them yet')
    .argument('<file>', 'relearn.ts 的结果 / what relearn.ts wrote')
    .action(async (file: string, options: Options) => {
      const { propose } = await import('./learn.js')
      const text = await readFile(file, 'utf8')
      await within(options, (workspace) => propose(workspace, text, file))
    })
  add(
    'use',
    '批准并启用，或退回以前的版本 / approves weights and puts them to use, or goes back to earlier ones',
  )
    .argument('<version>', '版本 / version')
    .requiredOption('--reason <text>', '原因 / why')
    .action(async (version: string, { reason, ...options }: Options & { reason: string }) => {
      const { use } = await import('./learn.js')
      await within(options, (workspace) => use(workspace, version, reason))
    })
  add(
    'fairness',
    '统计推荐与接单在各类组织间的分布（JSON） / counts who is recommended and who accepts (JSON)',
  ).action(async (options: Options) => {
    const { configFor } = await import('./command-config.js')
    const { fairness } = await import('./learn.js')
    await within(options, async (workspace) => {
      const report = await fairness(workspace, configFor(options))
      process.stdout.write(`${JSON.stringify(report)}\n`)
    })
  })
  return command
}

async function within(
  options: Options,
  work: (workspace: import('../workspace.js').Workspace) => Promise<void>,
): Promise<void> {
  const { configFor } = await import('./command-config.js')
  const { openExistingWorkspace } = await import('../workspace.js')
  const workspace = await openExistingWorkspace(configFor(options))
  try {
    await work(workspace)
  } finally {
    await workspace.close()
  }
}
