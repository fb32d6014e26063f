/**
 * Lets the tests run as if they had begun at another time, whose days, months and limits they may have forgotten:
 *
 *   DUIJIE_TEST_TIME=2027-03-15T01:00:00Z NODE_OPTIONS='--require ./test/another-time.cjs' npm test -- --ignore 'test/e2e/**'
 *
 * Threads and processes that are begun share the shift. The browser keeps its own time, so that its tests are left out.
 */
const { DUIJIE_TEST_TIME: begun, DUIJIE_TEST_SHIFT: shared } = process.env
const RealDate = Date
const shift = shared === undefined ? RealDate.parse(begun) - RealDate.now() : Number(shared)
if (!Number.isFinite(shift)) throw new RangeError('DUIJIE_TEST_TIME is no time, as 2027-03-15T01:00:00Z is')
process.env.DUIJIE_TEST_SHIFT = String(shift)

const now = () => RealDate.now() + shift

function ShiftedDate(...given) {
  if (!new.target) return new RealDate(now()).toString()
  return Reflect.construct(
    RealDate,
    given.length ? given : [now()],
    new.target === ShiftedDate ? RealDate : new.target,
  )
}
ShiftedDate.prototype = RealDate.prototype
ShiftedDate.prototype.constructor = ShiftedDate
globalThis.Date = Object.assign(ShiftedDate, { now, parse: RealDate.parse, UTC: RealDate.UTC })
