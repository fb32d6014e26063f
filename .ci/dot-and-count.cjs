const { writeFileSync } = require('node:fs')
const { reporters } = require('mocha')

/** Mocha's dots, and the true counts as JSON in the file that DUIJIE_COUNTS names. */
module.exports = class DotAndCount extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options)
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats
      writeFileSync(process.env.DUIJIE_COUNTS, JSON.stringify({ passes, failures, pending }))
    })
  }
}
