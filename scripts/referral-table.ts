import { readFileSync, writeFileSync } from 'node:fs'
import { nextSteps, reasons } from '../src/reasons/index.js'
import { actions, finalStages, keptAs, parties, type Stage, stages, table } from '../src/referrals/index.js'

/** Puts the tables of src/referrals/states.ts and src/reasons/reasons.ts into docs/referrals.md; a test compares. */

const file = new URL('../docs/referrals.md', import.meta.url)

const partyNames = {
  committee: 'committee',
  staff: 'staff',
  organisation: 'organisation',
  system: 'system',
  beneficiary: 'beneficiary (code)',
}

function kept(stage: Stage): string {
  const { state, closing } = keptAs(stage)
  return closing ? `${state}, ${closing}` : state
}

function tableOfStages(): string[] {
  const head = ['stage', 'state, closing', ...parties.map((party) => partyNames[party])]
  const rows = stages.map((stage) => [
    finalStages.has(stage) ? `**${stage}**` : stage,
    kept(stage),
    ...parties.map((party) =>
      actions
        .flatMap((action) => {
          const rule = table[stage][action]
          if (!rule?.by.includes(party)) return []
          return rule.to === stage ? action : `${action} → ${rule.to}`
        })
        .join('<br>'),
    ),
  ])
  return markdown(head, rows)
}

function tableOfReasons(): string[] {
  const rows = Object.entries(reasons).map(([code, { zh, en, side, next }]) => [
    code,
    zh,
    en,
    side,
    `${nextSteps[next].zh} / ${nextSteps[next].en}`,
  ])
  return markdown(['code', '中文', 'English', 'side', 'next step'], rows)
}

const markdown = (head: readonly string[], rows: readonly string[][]): string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)

/** The page with both tables as the code has them. */
export function withTables(page: string): string {
  return [['stages', tableOfStages()] as const, ['reasons', tableOfReasons()] as const].reduce(
    (text, [name, lines]) => {
      const place = new RegExp(`(<!-- table: ${name} -->\n)[^]*?(<!-- end -->)`)
      return text.replace(place, `$1${lines.join('\n')}\n$2`)
    },
    page,
  )
}

export const page = (): string => readFileSync(file, 'utf8')

if (process.argv[1] === file.pathname.replace('docs/referrals.md', 'scripts/referral-table.ts')) {
  writeFileSync(file, withTables(page()))
}
