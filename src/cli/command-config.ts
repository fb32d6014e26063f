import { type Config, readConfig } from '../config.js'
import { Invalid } from '../platform/errors.js'

/**
 * The configuration from the environment, of which options of the command line take the place.
 * @throws Invalid naming each variable that is wrong, and what it may be
 */
export function configFor(options: { data?: string; seeds?: string }): Config {
  const read = readConfig({
    ...process.env,
    ...(options.data ? { DUIJIE_DATA: options.data } : {}),
    ...(options.seeds ? { DUIJIE_SEEDS: options.seeds } : {}),
  })
  if ('config' in read) return read.config
  throw new Invalid(
    read.bad.map(({ env, allowed }) => ({ field: env, code: 'setting.refused', params: { allowed } })),
  )
}

/**
 * For commands that copy the embedded store's file. As configFor, and:
 * @throws Invalid when the records are not in that file but in MongoDB
 */
export function embeddedConfigFor(options: { data?: string }): Config {
  const config = configFor(options)
  if (config.mongoUrl !== undefined) throw new Invalid([{ field: 'MONGO_URL', code: 'store.elsewhere' }])
  return config
}
