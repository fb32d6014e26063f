import type { Plugin } from 'vite'

/** Parts of AntD that others of its parts draw in, though no page uses them; they would weigh 40 kB on every first load. */
const leftOut: readonly { readonly by: RegExp; readonly part: string }[] = [
  // A card may have tabs.
  { by: /antd\/es\/card\/Card\.js$/, part: '../tabs' },
  // A text may be edited in its place.
  { by: /antd\/es\/typography\/Base\/index\.js$/, part: '../Editable' },
  // A step of a trail may open a menu.
  { by: /antd\/es\/breadcrumb\/BreadcrumbItem\.js$/, part: '../dropdown/dropdown' },
]

const nothing = '\0left-out'

/** Puts a component that shows nothing into the place of what no page uses. */
export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    apply: 'build',
    enforce: 'pre',
    resolveId(part, by = '') {
      return leftOut.some((entry) => entry.part === part && entry.by.test(by)) ? nothing : null
    },
    load: (id) => (id === nothing ? 'export default () => null' : null),
  }
}
