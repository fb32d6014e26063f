import { Select, type SelectProps } from 'antd'
import { useMemo } from 'react'
import type { NamedTree, TreeNode } from '../api/reference.js'

interface Option {
  readonly value: string
  readonly label: string
  /** How many things it lies in. */
  readonly depth: number
}

interface Props extends Omit<SelectProps, 'options' | 'showSearch' | 'optionRender'> {
  readonly tree: NamedTree
}

/** Chooses from a tree: what lies in something stands below it and further in; typing looks for a name. */
export function TreePicker({ tree, ...select }: Props) {
  const options = useMemo(() => optionsOf(tree.nodes, 0), [tree.nodes])
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      {...select}
      options={options}
      // Not as a style of the option, which AntD gives to what was chosen as well.
      optionRender={({ label, data }) => (
        <span style={{ paddingInlineStart: (data as Option).depth * 18 }}>{label}</span>
      )}
    />
  )
}

function optionsOf(nodes: readonly TreeNode[], depth: number): Option[] {
  return nodes.flatMap(({ value, title, children }) => [
    { value, label: title, depth },
    ...optionsOf(children, depth + 1),
  ])
}
