import { Command, InvalidArgumentError, Option } from 'commander'
import { bilingual } from './help.js'
import { type Fit, fits } from './pairer.js'

interface Options {
  readonly needs: string
  readonly offerings: string
  readonly top: number
  readonly out: string
  readonly fit: Fit
  readonly language: 'zh' | 'en'
  readonly explain?: true
  readonly json?: true
  readonly quiet?: true
  readonly seeds?: string
}

export function matchCommand(): Command {
  return bilingual(new Command('match'))
    .description(
      '为文件中的每条需求找出合适的服务，不用数据库 / offerings for each need of a file; touches no database',
    )
    .requiredOption(
      '--needs <file>',
      '需求：CSV、JSONL 或 XLSX，- 为标准输入 / needs: CSV, JSONL or XLSX, - is stdin',
    )
    .requiredOption('--offerings <file>', '服务：同上 / offerings: likewise')
    .option('--top <n>', '每条需求最多几项 / at most so many for each need', wholeNumber, 10)
    .option('--out <file>', '结果文件，.xlsx、.jsonl 或 CSV / where to write: .xlsx, .jsonl or CSV', '-')
    .addOption(
      new Option('--fit <least>', '只要不低于此的 / only those that fit so well')
        .choices(fits)
        .default('weak'),
    )
    .addOption(
      new Option('--language <code>', '理由的语言 / language of the reasons')
        .choices(['zh', 'en'])
        .default('zh'),
    )
    .option('--explain', '附上各项特征及其作用 / add features and contributions')
    .option('--json', '每行一个 JSON 对象 / one JSON object a line')
    .option('--quiet', '不显示进度 / show no progress')
    .option('--seeds <folder>', '词表文件夹 / folder of taxonomy, lexicon and models')
    .action((options: Options) => run(options))
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= 100) return value
  throw new InvalidArgumentError('1 – 100')
}

async function run(options: Options): Promise<void> {
  // What matching needs takes a second to load: help and a wrong option must not wait for it.
  const { configFor } = await import('./command-config.js')
  const { matchColumns, matchFiles } = await import('./match-files.js')
  const { createMatcherPairer } = await import('./matcher-pairer.js')
  const { loadReferences, ownSeeds } = await import('../seeds-folder.js')
  const { createTerminal, exitStatus } = await import('./terminal.js')
  const { formatOf, openTableWriter } = await import('../platform/tables/index.js')

  const { seeds = ownSeeds, district, timeZone } = configFor(options)
  const { references, regions } = loadReferences(seeds, district)
  const terminal = createTerminal({ out: process.stderr, quiet: options.quiet ?? false, now: Date.now })
  const explain = options.explain ?? false
  const format = options.json ? 'jsonl' : formatOf(options.out)
  // Swedish writes days as ISO does.
  const today = new Date().toLocaleDateString('sv-SE', { timeZone })
  const pairer = createMatcherPairer(seeds, regions, today)
  const writer = await openTableWriter({ to: options.out, format, columns: matchColumns(explain) })
  const summary = await matchFiles({ ...options, explain }, { pairer, references, terminal, writer }).catch(
    async (error) => {
      await writer.discard()
      throw error
    },
  )
  await writer.end()
  const { needs, offerings, pairings, rejected } = summary
  terminal.say(
    `${needs} 条需求，${offerings} 项服务，${pairings} 对结果，${rejected} 行未采用`,
    `${needs} needs, ${offerings} offerings, ${pairings} pairings, ${rejected} rows rejected`,
  )
  if (rejected) process.exitCode = exitStatus.rowsRejected
}
