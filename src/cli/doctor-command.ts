import { Command, InvalidArgumentError } from 'commander'
import type { Anchor } from '../audit/index.js'
import { auditLines } from './audit-lines.js'
import type { Diagnosis } from './doctor.js'
import { bilingual } from './help.js'

interface Options {
  readonly deep?: true
  readonly json?: true
  readonly repair?: true
  readonly applyIndexes?: true
  readonly auditAnchor?: Anchor
  readonly data?: string
}

export function doctorCommand(): Command {
  return bilingual(new Command('doctor'))
    .description('检查数据与搜索索引 / examines the data and the search index')
    .option('--deep', '从头核算各项合计 / recount every total from its records')
    .option('--json', '以 JSON 输出 / print JSON')
    .option('--repair', '让搜索索引与数据一致 / bring the search index to what is stored')
    .option(
      '--apply-indexes',
      '建立缺少的索引，删除不再使用的索引 / make indexes that are missing, drop ours that are declared no more',
    )
    .option(
      '--audit-anchor <seal>',
      '核对以前记下的审计封印，如 12:3f9c… / check a seal of the audit trail that was written down, e.g. 12:3f9c…',
      anchorOf,
    )
    .option('--data <folder>', '数据文件夹 / the data folder')
    .action((options: Options) => run(options))
}

async function run(options: Options): Promise<void> {
  const { configFor } = await import('./command-config.js')
  const { openExistingWorkspace } = await import('../workspace.js')
  const { examine, repair } = await import('./doctor.js')
  const { exitStatus } = await import('./terminal.js')
  const workspace = await openExistingWorkspace(configFor(options))
  try {
    if (options.applyIndexes) {
      for (const change of await workspace.store.applyIndexes()) process.stderr.write(`${change}\n`)
    }
    const looking = { anchor: options.auditAnchor, deep: options.deep }
    let diagnosis = await examine(workspace, looking)
    if (options.repair) {
      await repair(workspace, diagnosis)
      diagnosis = await examine(workspace, looking)
    }
    const lines = options.json ? [JSON.stringify(diagnosis)] : report(diagnosis)
    for (const line of lines) process.stdout.write(`${line}\n`)
    if (!diagnosis.healthy) process.exitCode = exitStatus.failed
  } finally {
    await workspace.close()
  }
}

/** @throws InvalidArgumentError */
function anchorOf(text: string): Anchor {
  const [, number, hash] = /^(\d{1,12}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? []
  if (!number || !hash) throw new InvalidArgumentError('12:3f9c…')
  return { number: Number(number), hash }
}

function report(diagnosis: Diagnosis): string[] {
  const {
    node,
    store,
    problems,
    collections,
    unfilled,
    backlog,
    deadLetters,
    yearsWithoutHolidays,
    audit,
    invariants = [],
    healthy,
  } = diagnosis
  return [
    `Node ${node}, ${store.engine} ${store.version}, 数据版本 / schema ${store.schemaVersion}`,
    ...collections.map(
      ({ name, documents, digest, missing, stale, orphaned }) =>
        `${name}: ${documents.store} 条 / documents, ${digest.store.slice(0, 12)}; 索引 / index ${documents.index}, ${digest.index.slice(0, 12)}; 缺 / missing ${missing.length}, 旧 / stale ${stale.length}, 多 / orphaned ${orphaned.length}`,
    ),
    ...unfilled.map((name) => `${name}: 索引待重建 / index waits to be filled`),
    `待处理 / backlog: 发件箱 / outbox ${backlog.outbox}, 搜索 / search ${backlog.search}`,
    `死信 / dead letters: ${deadLetters}`,
    ...auditLines(audit),
    ...yearsWithoutHolidays.map(
      (year) => `${year}: 节假日未知，按周一至周五计算 / no public holidays known, Monday to Friday count`,
    ),
    ...problems.map((problem) => `问题 / problem: ${problem}`),
    ...invariants.map((line) => `合计不符 / miscount: ${line}`),
    healthy ? '正常 / healthy' : '有问题，可试 --repair / not healthy; try --repair',
  ]
}
