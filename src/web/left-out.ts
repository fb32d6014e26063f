import type { Plugin } from 'vite'

interface Swap {
  readonly by: RegExp
  readonly part: string
  /** What stands in its place; a component that shows nothing where it is not given. */
  readonly instead?: string
}

/** Parts of AntD that others of its parts draw in, though no page uses them; they would weigh 50 kB on every first load. */
const swaps: readonly Swap[] = [
  // A card may have tabs.
  { by: /antd\/es\/card\/Card\.js$/, part: '../tabs' },
  // What is being read stands elsewhere, as `Waiting`.
  { by: /antd\/es\/(?:card\/Card|drawer\/DrawerPanel|modal\/Modal)\.js$/, part: '../skeleton' },
  // A text may be edited in its place.
  { by: /antd\/es\/typography\/Base\/index\.js$/, part: '../Editable' },
  // A step of a trail may open a menu.
  { by: /antd\/es\/breadcrumb\/BreadcrumbItem\.js$/, part: '../dropdown/dropdown' },
  // Every field asks whether a form is around it; only a form needs the rest, checks of values among it.
  {
    by: /antd\/es\/form\/context\.js$/,
    part: '@rc-component/form',
    instead: '@rc-component/form/es/FormContext.js',
  },
]

const nothing = '\0left-out'

/** Puts less into the place of what no page uses. */
export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    apply: 'build',
    enforce: 'pre',
    resolveId(part, by = '') {
      const swap = swaps.find((entry) => entry.part === part && entry.by.test(by))
      if (!swap) return null
      return swap.instead === undefined ? nothing : this.resolve(swap.instead, by)
    },
    load: (id) => (id === nothing ? 'export default () => null' : null),
  }
}
