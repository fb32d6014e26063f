import type { Row } from '../row.js'

/** Measures one row and sends it to run.ts; alone, for a profile: node --cpu-prof --import tsx scripts/bench/children/row.ts NAME */
const rows: Readonly<Record<string, () => Promise<() => Promise<Row[]>>>> = {
  recommend: async () => (await import('../rows/recommend.js')).recommend,
  growth: async () => (await import('../rows/growth.js')).growth,
  'http-get': async () => (await import('../rows/http-get.js')).httpGet,
  'http-recommend': async () => (await import('../rows/http-recommend.js')).httpRecommend,
  import: async () => (await import('../rows/import.js')).importNeeds,
  insights: async () => (await import('../rows/insights.js')).insights,
  memory: async () => (await import('../rows/memory.js')).memory,
  mongo: async () => (await import('../rows/mongo.js')).mongo,
  start: async () => (await import('../rows/start.js')).start,
}

const name = process.argv[2] ?? ''
const measure = await rows[name]?.()
if (!measure) throw new Error(`no row ${name}`)
const measured = await measure()
if (process.send) process.send(measured, () => process.exit())
else console.log(measured)
