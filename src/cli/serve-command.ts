import { Command } from 'commander'
import { settings } from '../config.js'
import { bilingual } from './help.js'

export function serveCommand(): Command {
  return bilingual(new Command('serve'))
    .description('启动服务，用环境变量设置 / starts the server; set up by the environment')
    .addHelpText('after', () => `\n环境变量 / Environment:\n${settingLines().join('\n')}`)
    .action(() => run())
}

function settingLines(): string[] {
  return Object.values(settings).map(({ env, doc, allowed, default: fallback }) => {
    const value = fallback === true ? 'on' : fallback
    return `  ${env.padEnd(18)} ${doc.zh} / ${doc.en} (${allowed}${value === undefined ? '' : `; 默认 / default ${value}`})`
  })
}

async function run(): Promise<void> {
  const { configFor } = await import('./command-config.js')
  const config = configFor({})
  const { start } = await import('../main.js')
  const stop = () => {
    // A second signal ends the process at once, as it would without us.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
    void starting.then(
      (server) => server.stop(),
      () => {}, // told below
    )
  }
  // Before the start: no signal ends process 1 of a container that has not asked for it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  const starting = start(config)
  const server = await starting
  for (const line of server.firstSteps) process.stderr.write(`${line}\n`)
  process.stderr.write(`对接已启动 / Duijie is running: ${server.url}\n`)
}
